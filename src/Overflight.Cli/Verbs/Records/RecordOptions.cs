using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Verbs.Records;

/// <summary>Arguments and options that verbs of the record share, and what they lead to.</summary>
internal static class RecordOptions
{
    public static Argument<string> Folder() => new("DIR") { Description = "the record's folder" };

    public static Option<string[]> Keys(bool isRequired = true) => new("--key")
    {
        Description = "the log's key file; give the old and the new one while one takes over",
        Required = isRequired,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Vkey() => new("--vkey") { Description = "the log's public key, as \"record init\" printed it" };

    public static Option<string?> Policy() => new("--policy") { Description = "which logs and how many of which witnesses are believed (C2SP tlog-policy)" };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    /// <summary>The policy that a key and a policy file make; null where neither is given.</summary>
    public static WitnessPolicy? PolicyOf(string? vkey, string? policyFile)
    {
        var key = vkey is null ? null : KeyOf(vkey);
        if (policyFile is null)
            return key is null ? null : WitnessPolicy.OfLog(key);
        try
        {
            var policy = WitnessPolicy.Parse(File.ReadAllBytes(policyFile));
            return key is null ? policy : policy.ForLog(key);
        }
        catch (RecordException error)
        {
            throw new UserError($"{policyFile}: {error.Message}");
        }
    }

    public static NoteVerifier KeyOf(string vkey)
    {
        try
        {
            return NoteVerifier.Parse(vkey);
        }
        catch (RecordException error)
        {
            throw new UserError(error.Message);
        }
    }

    public static Argument<string> Lines() => new("FILE") { Description = "JSON objects, one a line; - or nothing reads standard input", DefaultValueFactory = _ => "-" };

    public static Option<int> CheckpointEvery() => new("--checkpoint-every") { Description = "seconds between checkpoints while entries come in; 0 signs at the end only", DefaultValueFactory = _ => 10 };

    /// <summary>Appends a file's lines, or those of standard input, telling each leaf once it is durable; signs a checkpoint at the end.</summary>
    public static async Task<int> AppendLines(
        RecordWriter record, string source, string format, Func<byte[], LeafDraft> toDraft,
        Func<IReadOnlyList<LeafDraft>, CancellationToken, ValueTask<IReadOnlyList<AppendedLeaf>>> append, CancellationToken cancellation)
    {
        using var output = new AppendedLines(format == "json");
        await using var lines = source == "-" ? Console.OpenStandardInput() : File.OpenRead(source);
        var code = await new AppendRun(source == "-" ? "standard input" : source, toDraft, append, output.Write).Run(lines, cancellation);
        await record.CheckpointAsync(CancellationToken.None);
        return code;
    }

    /// <summary>Opens a record for writing with its keys, which are wiped afterwards.</summary>
    public static async Task<T> WithRecord<T>(string folder, string[] keyFiles, int checkpointSeconds, Func<RecordWriter, Task<T>> work)
    {
        List<LogKey> keys = [];
        try
        {
            foreach (var path in keyFiles)
                keys.Add(LogKey.Load(path));
            await using var record = await RecordWriter.OpenAsync(folder, keys, new() { CheckpointInterval = checkpointSeconds > 0 ? TimeSpan.FromSeconds(checkpointSeconds) : null });
            TellRecovery(record.Recovery);
            return await work(record);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    private static void TellRecovery(LogRecovery recovery)
    {
        if (recovery.DroppedBytes > 0)
            Console.Error.WriteLine($"overflight: dropped {recovery.DroppedBytes} bytes of a write that was cut short; it was never acknowledged");
    }
}
