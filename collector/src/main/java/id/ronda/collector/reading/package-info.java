/** What a device says, made into numbers: decoding, scaling, counters into rates. Pure; knows SNMP4J's value types only. */
@NullMarked
package id.ronda.collector.reading;

import org.jspecify.annotations.NullMarked;
