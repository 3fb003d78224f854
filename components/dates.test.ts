import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber, formatValue } from './dates';

describe('a date', () => {
  it('is shown no more exactly than it is known', () => {
    expect(formatDate('2018', 'en')).toBe('2018');
    expect(formatDate('2023-08', 'en')).toBe('Aug 2023');
    expect(formatDate('2024-08-27', 'en')).toBe('27 Aug 2024');
  });

  it('follows the language of the interface', () => {
    expect(formatDate('2024-08-27', 'en-US')).toBe('Aug 27, 2024');
    expect(formatDate('2024-08-27', 'zh-CN')).toBe('2024年8月27日');
    expect(formatDate('2018', 'zh-CN')).toBe('2018年');
  });

  it('keeps its day at the ends of a year, in whatever time zone the reader is', () => {
    expect(formatDate('2024-01-01', 'en')).toBe('1 Jan 2024');
    expect(formatDate('2023-12-31', 'en')).toBe('31 Dec 2023');
  });
});

describe('a number', () => {
  it('has group marks, two decimals at most and a true minus sign', () => {
    expect(formatNumber(265919, 'en')).toBe('265,919');
    expect(formatNumber(23171.84, 'en')).toBe('23,171.84');
    expect(formatNumber(-9.5, 'en')).toBe('−9.5');
  });

  it('is short on an axis', () => {
    expect(formatNumber(400000, 'en', true)).toBe('400k');
    expect(formatNumber(400000, 'zh-CN', true)).toBe('40万');
  });

  it('carries a per cent sign where the unit is a percentage, and nothing otherwise', () => {
    expect(formatValue(72, 'per cent of respondents', 'en')).toBe('72%');
    expect(formatValue(5.21, '% of GDP', 'en')).toBe('5.21%');
    expect(formatValue(1.87, 'million', 'en')).toBe('1.87');
  });
});
