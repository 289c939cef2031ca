/** Tables as files that office programs open: CSV and XLSX, in which no text can become a formula. */
@NullMarked
package id.ronda.kernel.export;

import org.jspecify.annotations.NullMarked;
