/** Typed configuration: command line over environment over file over defaults, and nothing unknown is passed over. */
@NullMarked
package id.ronda.kernel.config;

import org.jspecify.annotations.NullMarked;
