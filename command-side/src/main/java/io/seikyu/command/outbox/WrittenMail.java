package io.seikyu.command.outbox;

import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mail that was written as files where no server is configured, see {@link EmlFolder}: who erases a payer takes it away. */
public final class WrittenMail {
    private static final Pattern FILE = Pattern.compile("\\.?(.+)\\.\\d+\\.(eml|unfinished)");

    private final Path folder;
    private final CachingRepository<Message, MessageState> messages;

    public WrittenMail(Path folder, CachingRepository<Message, MessageState> messages) {
        this.folder = folder;
        this.messages = messages;
    }

    /** Deletes what was written to these payers of one client company. */
    public void delete(String tenant, Set<AccountId> payers) {
        Path written = folder.resolve(tenant);
        if (!Files.isDirectory(written)) {
            return;
        }
        try (Stream<Path> files = Files.list(written)) {
            for (Path file : files.toList()) {
                if (isTo(tenant, file, payers)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("mail that was written cannot be deleted", e);
        }
    }

    private boolean isTo(String tenant, Path file, Set<AccountId> payers) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        return name.matches()
                && messages.find(new MessageId(tenant, name.group(1)).toString())
                        .map(message -> message.state().accountId())
                        .filter(account -> account != null && payers.contains(new AccountId(tenant, account)))
                        .isPresent();
    }
}
