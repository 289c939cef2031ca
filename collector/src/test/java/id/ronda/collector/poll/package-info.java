@NullMarked
package id.ronda.collector.poll;

import org.jspecify.annotations.NullMarked;
