/** The little of d3 that the charts use, typed here: the packages bring no types of their own. */
declare module 'd3-scale' {
  export interface ScaleLinear {
    (value: number): number;
    domain(): number[];
    domain(values: readonly number[]): this;
    range(values: readonly number[]): this;
    nice(count?: number): this;
  }
  export function scaleLinear(): ScaleLinear;
}

declare module 'd3-shape' {
  export interface Shape<T> {
    (data: readonly T[]): string | null;
    x(of: (datum: T) => number): this;
    y(of: (datum: T) => number): this;
    defined(of: (datum: T) => boolean): this;
  }
  export interface Area<T> extends Shape<T> {
    y0(of: number): this;
    y1(of: (datum: T) => number): this;
  }
  export function line<T>(): Shape<T>;
  export function area<T>(): Area<T>;
}
