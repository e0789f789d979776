/**
 * The log on MongoDB, for many processes. What it needs of a server is little: single-document inserts, a unique index
 * over an array, and finding documents by equality, so that mongo-java-server serves it as well as a replica set.
 */
package io.seikyu.eventlog.mongo;
