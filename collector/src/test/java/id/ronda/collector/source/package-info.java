/** Tests of the text sources, against the real programs where this machine has them. */
@NullMarked
package id.ronda.collector.source;

import org.jspecify.annotations.NullMarked;
