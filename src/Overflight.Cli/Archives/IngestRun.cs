using System.Security.Cryptography;
using Overflight.Archive;
using Overflight.Cli.Running;
using Overflight.Feeds;

namespace Overflight.Cli.Archives;

/// <summary>Reads inputs one after another into an archive and tells what became of each: of one that was ingested, once it is on the disk.</summary>
internal sealed class IngestRun
{
    private readonly ArchiveWriter _writer;
    private readonly ReadOptions _reading;
    private readonly IIngestReporter _reporter;
    private readonly LinkedList<ReadReport> _waiting = new();

    public IngestRun(ArchiveWriter writer, IIngestReporter reporter, ReadOptions reading)
    {
        _writer = writer;
        // The archive sorts, so fixes may come in any order.
        _reading = reading with { EachFix = writer.Add, TakesLateFixes = true };
        _reporter = reporter;
        writer.Committed = inputs =>
        {
            foreach (var input in inputs)
            {
                Tell(IngestOutcome.Ingested, _waiting.First!.Value, input);
                _waiting.RemoveFirst();
            }
        };
    }

    /// <summary>Whether every input was read whole.</summary>
    public bool IsComplete { get; private set; } = true;

    public void Run(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        var (done, bytes, fixes) = (0, 0L, 0L);
        try
        {
            foreach (var file in files)
            {
                var before = bytes;
                var report = KnownByHash(file, cancellation) ?? TrackFile.Read(file, _reading, _ => { }, new Step(read =>
                {
                    bytes = before + read;
                    progress.Tell(() => $"{done} of {files.Count} inputs, {bytes / 1e6:0} MB read, {fixes:#,0} fixes");
                }), cancellation);
                End(report);
                done++;
                fixes += report.FixesRead;
            }
        }
        catch (OperationCanceledException)
        {
            _writer.DropInput();
            _writer.Commit();
            throw;
        }
        _writer.Commit();
    }

    private void End(ReadReport report)
    {
        if (report.Sha256.Length == 0)
        {
            // What cannot be read to its end has no identity, and the next attempt would bring its fixes again.
            _writer.DropInput();
            Tell(IngestOutcome.Unreadable, report, null);
        }
        else if (report.FixesRead == 0)
        {
            _writer.DropInput();
            Tell(_writer.Knows(report.Sha256) ? IngestOutcome.AlreadyThere : IngestOutcome.NoFixes, report, null);
        }
        else
        {
            // Ending an input may commit it at once.
            _waiting.AddLast(report);
            if (_writer.EndInput(RecordOf(report)))
                return;
            _waiting.RemoveLast();
            Tell(IngestOutcome.AlreadyThere, report, null);
        }
    }

    private void Tell(IngestOutcome outcome, ReadReport report, InputRecord? input)
    {
        IsComplete &= report.IsComplete;
        _reporter.Input(outcome, report, input);
    }

    private static InputRecord RecordOf(ReadReport report) => new()
    {
        Number = 0,
        Name = report.File == TrackFile.StandardInput ? report.File : Path.GetFullPath(report.File),
        Sha256 = report.Sha256,
        Bytes = report.Bytes,
        Format = report.Format?.ToString() ?? "",
        Fixes = 0,
        Rejected = report.Rejected,
        IsComplete = report.IsComplete,
    };

    /// <summary>A file whose bytes are known is not read as tracks again; it is hashed only where its length is known, too.</summary>
    private ReadReport? KnownByHash(string file, CancellationToken cancellation)
    {
        try
        {
            if (file == TrackFile.StandardInput || !File.Exists(file) || !_writer.KnowsLength(new FileInfo(file).Length))
                return null;
            using var stream = File.OpenRead(file);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer.AsSpan(0, read));
            }
            var sha256 = Convert.ToHexStringLower(hash.GetCurrentHash());
            return !_writer.Knows(sha256) ? null : new ReadReport
            {
                File = file,
                Format = null,
                Bytes = stream.Length,
                Sha256 = sha256,
                FixesRead = 0,
                Rejected = 0,
                RejectedByKind = new Dictionary<string, long>(),
                Problems = [],
                IsComplete = true,
                Notes = [],
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The reader says in its own words what is wrong with the file.
            return null;
        }
    }

    private sealed class Step(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
