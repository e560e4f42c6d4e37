using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Tests.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Witnessing;

public sealed class WitnessTests : IDisposable
{
    private readonly MadeLog _log = new();
    private readonly NoteSigner _key = NoteSigner.Create("w.example", NoteAlgorithm.Ed25519Cosignature);
    private readonly ManualTime _time = new();
    private Witness _witness;

    public WitnessTests() => _witness = Open();

    [Fact]
    public async Task A_log_that_grows_is_cosigned_each_time()
    {
        foreach (var size in new[] { 0, 1, 5, 5, 300, 70_000 })
        {
            await _log.GrowTo(size);
            var log = new LogReader(_log.Path);
            var signature = await Client().CosignAsync(log, Named(), 0);
            Assert.Equal(_time.Now, _key.Verifier.Verify(log.Note.Text, signature)!.Time);
            Assert.Equal(log.Note.Text, _witness.Last(MadeLog.Origin)!.Text);
            _time.Now += TimeSpan.FromMinutes(1);
        }
    }

    [Fact]
    public async Task Cosignatures_are_published_with_the_checkpoint_and_kept()
    {
        await _log.GrowTo(5);
        var log = new LogReader(_log.Path);
        var signature = await Client().CosignAsync(log, Named());
        await using (var writer = _log.Open())
            await writer.PublishAsync(log.Note.With(signature));
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {_log.Key.Verifier}\nwitness w {_key.Verifier}\nquorum w\n"));
        Assert.Equal("w", Assert.Single(policy.Verify(new LogReader(_log.Path).Note).Witnesses).Name);
        Assert.StartsWith("5-", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(_log.Path, ".record", "history")))), StringComparison.Ordinal);

        // A cosignature that comes late, for a checkpoint that is no longer the one that stands, is not put under another.
        await _log.GrowTo(6);
        await using (var writer = _log.Open())
            await writer.PublishAsync(log.Note.With(signature));
        Assert.Single(new LogReader(_log.Path).Note.Signatures);
    }

    [Theory]
    [InlineData("wrong start", 400)]
    [InlineData("old 00\n", 400)]
    [InlineData("old 0\nAAAA\n", 400)]
    [InlineData("old 9\n", 400)]
    [InlineData("old 4\n", 409)]
    public async Task Requests_are_refused_as_the_standard_says(string head, int status)
    {
        await _log.GrowTo(5);
        Assert.Equal(status, Ask($"{head}\n{new LogReader(_log.Path).Note}").Status);
        Assert.Null(_witness.Last(MadeLog.Origin));
    }

    [Fact]
    public async Task Unknown_logs_and_false_signatures_are_refused()
    {
        await _log.GrowTo(5);
        var note = new LogReader(_log.Path).Note;
        using var other = NoteSigner.Create("example.org/other", NoteAlgorithm.Ed25519);
        using var impostor = NoteSigner.Create(MadeLog.Origin, NoteAlgorithm.Ed25519);
        var foreign = new Checkpoint("example.org/other", 5, MerkleTree.EmptyRoot).ToText();

        Assert.Equal(404, Ask($"old 0\n\n{new SignedNote(foreign, [other.Sign(foreign, _time.Now)])}").Status);
        Assert.Equal(403, Ask($"old 0\n\n{new SignedNote(note.Text, [impostor.Sign(note.Text, _time.Now)])}").Status);
        Assert.Equal(403, Ask($"old 0\n\n{new SignedNote(note.Text, [note.Signatures[0] with { Bytes = new byte[64] }])}").Status);
        Assert.Equal(422, Ask($"old 0\n{MerkleTree.EmptyRoot}\n\n{note}").Status);
        Assert.Equal(200, Ask($"old 0\n\n{note}").Status);
        Assert.Equal("5\n", Ask($"old 0\n\n{note}").Body);
    }

    [Fact]
    public async Task The_memory_outlives_the_witness()
    {
        await _log.GrowTo(5);
        await Client().CosignAsync(new(_log.Path), Named());
        _witness.Dispose();
        _witness = Open();
        Assert.Equal(409, Ask($"old 0\n\n{new LogReader(_log.Path).Note}").Status);
        Assert.Throws<RecordException>(Open);
    }

    [Fact]
    public async Task A_damaged_memory_cosigns_nothing()
    {
        await _log.GrowTo(5);
        await Client().CosignAsync(new(_log.Path), Named());
        var memory = Directory.EnumerateFiles(_log.Beside("witness")).Single(f => Path.GetFileName(f).Length == 64);
        File.WriteAllText(memory, "gone");
        Assert.Throws<RecordException>(() => Ask($"old 0\n\n{new LogReader(_log.Path).Note}"));
    }

    [Fact]
    public async Task An_operator_who_shows_two_versions_is_caught()
    {
        await _log.GrowTo(5);
        // A second version with the same key, whose memory the operator has thrown away.
        var other = LogWriterTests.CopyFolder(_log.Path, _log.Beside("other"));
        await _log.GrowTo(8);
        await Client().CosignAsync(new(_log.Path), Named());

        File.Delete(_log.Key.Path + ".heads");
        await using (var writer = LogWriter.Open(other, [_log.Key]))
        {
            await writer.AppendAsync([.. Enumerable.Range(0, 3).Select(i => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes($"another {i}")))]);
            await writer.CheckpointAsync();
        }
        Assert.Contains("fork", (await Assert.ThrowsAsync<RecordException>(() => Client().CosignAsync(new(other), Named()))).Message, StringComparison.Ordinal);
        await using (var writer = LogWriter.Open(other, [_log.Key]))
        {
            await writer.AppendAsync("and more"u8.ToArray());
            await writer.CheckpointAsync();
        }
        Assert.Contains("422", (await Assert.ThrowsAsync<RecordException>(() => Client().CosignAsync(new(other), Named()))).Message, StringComparison.Ordinal);

        // What the operator signed is kept as the proof.
        var evidence = Directory.EnumerateFiles(_log.Beside("witness"), "*", SearchOption.AllDirectories).Where(f => f.Contains(".contradictions", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, evidence.Count);
        Assert.All(evidence, path => Assert.Single(SignedNote.Parse(File.ReadAllBytes(path)).Verify([_log.Key.Verifier])));
    }

    [Fact]
    public async Task An_older_copy_is_told_apart()
    {
        await _log.GrowTo(5);
        var old = LogWriterTests.CopyFolder(_log.Path, _log.Beside("old"));
        await _log.GrowTo(8);
        await Client().CosignAsync(new(_log.Path), Named());
        Assert.Contains("older copy", (await Assert.ThrowsAsync<RecordException>(() => Client().CosignAsync(new(old), Named()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_witness_that_lies_is_not_believed()
    {
        await _log.GrowTo(5);
        using var impostor = NoteSigner.Create("w.example", NoteAlgorithm.Ed25519Cosignature);
        var claimed = new PolicyKey("w", impostor.Verifier, new Uri("http://w.example/"));
        Assert.Contains("no valid cosignature", (await Assert.ThrowsAsync<RecordException>(() => Client().CosignAsync(new(_log.Path), claimed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logs_key_is_no_witness() => Assert.Throws<RecordException>(() => new Witness([NoteSigner.Create("x", NoteAlgorithm.Ed25519)], [], _log.Beside("w2")));

    public void Dispose()
    {
        _witness.Dispose();
        _key.Dispose();
        _log.Dispose();
    }

    private Witness Open() => new([_key], [_log.Key.Verifier], _log.Beside("witness"), _time);

    private PolicyKey Named() => new("w", _key.Verifier, new Uri("http://w.example/"));

    private WitnessAnswer Ask(string body) => _witness.AddCheckpoint(Encoding.UTF8.GetBytes(body));

    private WitnessClient Client() => new(new HttpClient(new Transport(this)));

    private sealed class Transport(WitnessTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("http://w.example/add-checkpoint", request.RequestUri!.AbsoluteUri);
            var answer = test._witness.AddCheckpoint(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            return new((System.Net.HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body) };
        }
    }
}
