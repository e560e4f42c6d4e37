using System.CommandLine;
using Overflight.Authority.Documents;
using Overflight.Cli.Archives;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Record.Vaults;
using Overflight.Tracks;

namespace Overflight.Cli.Verbs.Papers;

/// <summary>Arguments and options that verbs of papers share, and what they lead to.</summary>
internal static class PapersOptions
{
    public static Argument<string> Folder() => new("FOLDER") { Description = "the folder of papers: JSON files, also in folders below it" };

    public static Option<string> Record() => new("--record") { Description = "the record's folder", Required = true };

    public static Option<string?> OptionalRecord() => new("--record") { Description = "the record's folder" };

    public static Option<string?> Vault() => new("--vault") { Description = "the vault's folder, outside the record's" };

    public static Option<string?> At() => new("--at") { Description = "the instant by which papers count, RFC 3339, or a date: its first instant; else now" };

    public static UtcInstant Now => UtcInstant.From(TimeProvider.System.GetUtcNow());

    public static UtcInstant TimeOf(string? text, string option) => QueryArguments.Time(text, option, isEnd: false) ?? Now;

    /// <summary>Reads a folder's papers; what cannot be read is told on standard error.</summary>
    public static (DocumentSet Documents, IReadOnlyList<string> Problems) Read(string folder)
    {
        var read = DocumentFolder.Read(folder);
        foreach (var problem in read.Problems)
            Console.Error.WriteLine($"overflight: {PrintableText.Of(problem)}");
        return read;
    }

    /// <summary>Does work with a vault where one is given; its keys are wiped afterwards.</summary>
    public static Task<T> WithVault<T>(string? path, string? record, string[] keyFiles, Func<Vault?, IReadOnlyList<CompartmentKey>, Task<T>> work)
    {
        if (path is null)
            return keyFiles.Length == 0 ? work(null, []) : throw new UserError("--compartment-key opens a vault: give --vault VAULT too");
        return record is null
            ? throw new UserError("--vault belongs to a record: give --record DIR too")
            : VaultOptions.WithVault(path, record, keyFiles, (vault, held) => work(vault, held));
    }

    public static int CodeOf(IReadOnlyList<string> problems, bool isGood = true) => problems.Count > 0 ? ExitCode.InputUnreadable : isGood ? ExitCode.Done : ExitCode.AnswerIsNo;
}
