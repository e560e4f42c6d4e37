using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Overflight.Record.Checking;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;
using Overflight.Record.Proofs;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>What verifying found, as one JSON object: docs/schemas/verification-1.schema.json.</summary>
internal sealed class VerifyJson : IVerifyReport
{
    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter _json;
    private bool _isSound = true;

    public VerifyJson()
    {
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("schema", "overflight/verification/1");
    }

    public void Log(string path, LogReport report)
    {
        _isSound &= report.IsSound;
        Begin("log", path);
        if (report.Head is { } head)
            WriteHead(head);
        if (report is { IsSound: true, Checkpoint: { } checkpoint })
            WriteSignatures(checkpoint);
        _json.WriteNumber("entriesChecked", report.EntriesChecked);
        _json.WriteNumber("entriesPending", report.PendingEntries);
        _json.WriteNumber("faultCount", report.FaultCount);
        _json.WriteStartArray("faults");
        foreach (var fault in report.Faults)
        {
            _json.WriteStartObject();
            _json.WriteString("path", fault.Path);
            if (fault.Entry is { } entry)
                _json.WriteNumber("entry", entry);
            _json.WriteString("what", fault.What);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        WriteSince("lastAgreed", report.LastAgreed);
        WriteSince("firstContradicted", report.FirstContradicted);
        WriteTexts("remarks", report.Remarks);
    }

    public void Attachments(string folder, IReadOnlyList<CheckedAttachment> found)
    {
        _isSound &= found.All(file => file.IsOk);
        _json.WriteStartArray("attachments");
        foreach (var file in found)
        {
            _json.WriteStartObject();
            _json.WriteNumber("index", file.Index);
            _json.WriteString("name", file.Name);
            _json.WriteString("standing", file.Word);
            if (file.File is not null)
                _json.WriteString("file", file.File);
            if (file.Reason is not null)
                _json.WriteString("reason", file.Reason);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    public void Package(string path, EvidenceReport report)
    {
        _isSound &= report.IsVerified;
        Begin("package", path);
        if (report.Checkpoint is { } checkpoint)
        {
            WriteHead(checkpoint.Head);
            WriteSignatures(checkpoint);
        }
        _json.WriteStartArray("entries");
        foreach (var (index, leaf, opened) in report.Entries)
        {
            _json.WriteStartObject();
            _json.WriteNumber("index", index);
            _json.WritePropertyName("leaf");
            _json.WriteRawValue(leaf.Bytes.Span);
            _json.WriteStartObject("opened");
            foreach (var (name, disclosure) in opened)
            {
                _json.WritePropertyName(name);
                _json.WriteRawValue(disclosure.Value.Span);
            }
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteNumber("attachmentsChecked", report.AttachmentsChecked);
        WriteTexts("problems", report.Problems);
        WriteTexts("warnings", report.Warnings);
    }

    public void Proof(string path, ProofBundle proof, ReadOnlyMemory<byte> entry, VerifiedCheckpoint checkpoint)
    {
        Begin("proof", path);
        WriteHead(checkpoint.Head);
        WriteSignatures(checkpoint);
        _json.WriteNumber("index", proof.Index);
        if (Utf8.IsValid(entry.Span))
            _json.WriteString("entry", entry.Span);
        else
            _json.WriteBase64String("entryBase64", entry.Span);
    }

    public void Growth(string path, Checkpoint older, VerifiedCheckpoint checkpoint)
    {
        Begin("growth", path);
        WriteHead(checkpoint.Head);
        WriteSignatures(checkpoint);
        _json.WriteNumber("oldSize", older.Size);
    }

    public void Head(string path, VerifiedCheckpoint checkpoint)
    {
        Begin("checkpoint", path);
        WriteHead(checkpoint.Head);
        WriteSignatures(checkpoint);
    }

    public void Refuse(string path, string reason)
    {
        _isSound = false;
        _json.WriteString("target", path);
        _json.WriteString("reason", reason);
    }

    public bool Finish()
    {
        _json.WriteBoolean("verified", _isSound);
        _json.WriteEndObject();
        _json.Flush();
        using var output = Console.OpenStandardOutput();
        output.Write(_bytes.ToArray());
        output.WriteByte((byte)'\n');
        return _isSound;
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }

    private void Begin(string kind, string path)
    {
        _json.WriteString("kind", kind);
        _json.WriteString("target", path);
    }

    private void WriteHead(Checkpoint head)
    {
        _json.WriteString("origin", head.Origin);
        _json.WriteNumber("size", head.Size);
        _json.WriteString("root", head.Root.ToString());
    }

    private void WriteSignatures(VerifiedCheckpoint checkpoint)
    {
        _json.WriteString("vkey", checkpoint.Log.Verifier.ToString());
        _json.WriteStartArray("witnesses");
        foreach (var (name, time) in checkpoint.Witnesses)
        {
            _json.WriteStartObject();
            _json.WriteString("name", name);
            _json.WriteString("time", time.UtcDateTime);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void WriteSince(string name, CheckedHead? head)
    {
        if (head is null)
            return;
        _json.WriteStartObject(name);
        _json.WriteNumber("size", head.Head.Size);
        _json.WriteString("source", head.Source);
        if (head.WitnessedAt is { } time)
            _json.WriteString("witnessedAt", time.UtcDateTime);
        _json.WriteEndObject();
    }
}
