package io.bywash.recording;

import io.bywash.evidence.Fact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Takes a file, as far as it went in the recorded run, and keeps its size alone. */
final class ReplayedUpload implements SftpFileSystemAccessor {
    private final Replay replay;

    ReplayedUpload(Replay replay) {
        this.replay = replay;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        Cue.Sent recorded = replay.send("%s was sent".formatted(file.getFileName()));
        Files.createDirectories(file.getParent());
        return new Measured(subsystem, recorded, file);
    }

    private static void failAsThen(SftpSubsystemProxy subsystem, Cue.Sent recorded) throws IOException {
        if (recorded.trouble().isPresent()) {
            if (recorded.trouble().get() != Fact.LineTrouble.BROKEN) {
                subsystem.getServerSession().close(true);
            }
            throw new IOException("as in the recorded run");
        }
    }

    /** A file that has a size and no content. */
    private static final class Measured implements SeekableByteChannel {
        private final SftpSubsystemProxy subsystem;
        private final Cue.Sent recorded;
        private final FileChannel file;
        private long position;

        Measured(SftpSubsystemProxy subsystem, Cue.Sent recorded, Path file) throws IOException {
            this.subsystem = subsystem;
            this.recorded = recorded;
            this.file = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.SPARSE);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int count = bytes.remaining();
            if (count == 0) {
                return 0;
            }
            position += count;
            if (recorded.trouble().isPresent() && position >= recorded.bytes()) {
                failAsThen(subsystem, recorded);
            }
            bytes.position(bytes.limit() - 1);
            file.write(bytes, position - 1);
            return count;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            throw new IOException("nothing can be read here");
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = to;
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
