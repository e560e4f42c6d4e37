using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Overflight.EndToEnd;

/// <summary>Files enter a record by their hash, and are found again.</summary>
public sealed class RecordAttachTests
{
    [Fact]
    public void Attached_files_are_ok_missing_or_changed()
    {
        using var record = new UserRecord();
        var folder = Directory.CreateDirectory(record.File("videos/may")).Parent!.FullName;
        foreach (var name in new[] { "kept.ts", "moved.mp4", "changed.csv", "longer.klv", "lost.pdf" })
            File.WriteAllText(Path.Combine(folder, name), $"the bytes of {name}");
        var indexes = new[] { "kept.ts", "moved.mp4", "changed.csv", "longer.klv", "lost.pdf" }.Select(name => UserRecord.Done("record", "attach", record.Folder, Path.Combine(folder, name), "--key", record.Key, "--subject", "LANTERN1")).ToArray();
        Assert.Equal(["0\n", "1\n", "2\n", "3\n", "4\n"], indexes);
        Assert.Contains("Attachments in", record.Verify("--attachments", folder), StringComparison.Ordinal);

        File.Move(Path.Combine(folder, "moved.mp4"), Path.Combine(folder, "may", "under another name"));
        File.WriteAllText(Path.Combine(folder, "changed.csv"), "the bytes of changed.cs?");
        File.AppendAllText(Path.Combine(folder, "longer.klv"), "!");
        File.Delete(Path.Combine(folder, "lost.pdf"));
        var text = CommandLine.Run("record", "verify", record.Folder, "--vkey", record.Vkey, "--attachments", folder);
        Assert.Equal(1, text.ExitCode);
        Assert.StartsWith("Sound: example.org/lantern, 5 entries", text.Output, StringComparison.Ordinal);
        Assert.Contains(": 2 ok, 1 missing, 2 differs.", text.Output, StringComparison.Ordinal);
        Assert.Contains("  ok       entry 0: kept.ts\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("  missing  entry 4: lost.pdf: no file of that name", text.Output, StringComparison.Ordinal);

        var json = CommandLine.Run("record", "verify", record.Folder, "--vkey", record.Vkey, "--attachments", folder, "--format", "json");
        Assert.Equal(1, json.ExitCode);
        using var document = JsonDocument.Parse(json.Output);
        Assert.False(document.RootElement.GetProperty("verified").GetBoolean());
        var found = document.RootElement.GetProperty("attachments").EnumerateArray().ToArray();
        Assert.Equal(["ok", "ok", "differs", "differs", "missing"], found.Select(f => f.GetProperty("standing").GetString()));
        Assert.EndsWith("under another name", found[1].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("has SHA-256 ", found[2].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("has 24 bytes, not 23", found[3].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_among_the_files_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var record = new UserRecord();
        var folder = Directory.CreateDirectory(record.File("videos")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "empty.txt"), []);
        UserRecord.Done("record", "attach", record.Folder, Path.Combine(folder, "empty.txt"), "--key", record.Key);
        File.Move(Path.Combine(folder, "empty.txt"), Path.Combine(folder, "z"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(folder, "a")]))
            pipe.WaitForExit();
        Assert.Contains(": 1 ok.", record.Verify("--attachments", folder), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_says_what_the_file_is()
    {
        using var record = new UserRecord();
        // More than one buffer, and not a multiple of it.
        var bytes = new byte[700_001];
        new Random(7).NextBytes(bytes);
        File.WriteAllBytes(record.File("a.bin"), bytes);
        using var json = JsonDocument.Parse(UserRecord.Done("record", "attach", record.Folder, record.File("a.bin"), "--key", record.Key, "--name", "flight.TS", "--from", "2030-03-05T06:18:55.250Z", "--to", "2030-03-05T07:56:39+00:00", "--format", "json"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), json.RootElement.GetProperty("sha256").GetString());
        using var entry = JsonDocument.Parse(UserRecord.Done("record", "show", record.Folder, "0"));
        Assert.Equal(("record.attachment", "flight.TS", "video/mp2t", 700_001, 1_898_921_935_250, 1_898_927_799_000), (
            entry.RootElement.GetProperty("kind").GetString(), entry.RootElement.GetProperty("name").GetString(), entry.RootElement.GetProperty("mediaType").GetString(),
            entry.RootElement.GetProperty("length").GetInt64(), entry.RootElement.GetProperty("from").GetInt64(), entry.RootElement.GetProperty("to").GetInt64()));

        UserRecord.Done("record", "attach", record.Folder, record.File("a.bin"), "--key", record.Key);
        Assert.Contains("\"mediaType\":\"application/octet-stream\"", UserRecord.Done("record", "show", record.Folder, "1"), StringComparison.Ordinal);
        UserRecord.Refused(2, "is a folder", "record", "attach", record.Folder, record.File("keys"), "--key", record.Key);
        UserRecord.Refused(2, "is not a time", "record", "attach", record.Folder, record.File("a.bin"), "--key", record.Key, "--from", "noon");
        UserRecord.Refused(3, "absent", "record", "attach", record.Folder, record.File("absent"), "--key", record.Key);
        UserRecord.Refused(1, "it ends after it begins", "record", "attach", record.Folder, record.File("a.bin"), "--key", record.Key, "--from", "2030-03-06", "--to", "2030-03-05");
    }
}
