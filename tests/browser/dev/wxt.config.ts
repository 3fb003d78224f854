/** The project's own configuration, built beside the other builds, for a browser that the test starts. */
import { defineConfig } from 'wxt';
import config from '../../../wxt.config';

export default defineConfig({ ...config, outDir: '.output/dev', webExt: { disabled: true } });
