/** Sources that tell names and values in a text (NUT, Prometheus), served to the collector as a tree of objects. */
@NullMarked
package id.ronda.collector.source;

import org.jspecify.annotations.NullMarked;
