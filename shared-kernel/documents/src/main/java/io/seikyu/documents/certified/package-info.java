/** Letters whose text the post office certifies (内容証明郵便). */
package io.seikyu.documents.certified;
