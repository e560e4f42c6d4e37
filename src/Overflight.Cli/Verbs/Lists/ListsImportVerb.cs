using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists import</c>: a list's files become a version that is kept.</summary>
internal static class ListsImportVerb
{
    private const int ShownProblems = 20;

    private static readonly string[] s_files = ["sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv", "cons_prim.csv", "cons_add.csv", "cons_alt.csv", "cons_comments.csv"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "the files of one list version: OFAC's CSV (up to four), its advanced XML, or the UN's XML; or a folder with OFAC's CSV", Arity = ArgumentArity.OneOrMore };
        var store = ListsOptions.Store();
        var list = new Option<string?>("--list") { Description = "the list's name in the store (ofac-sdn, ofac-non-sdn or un, by what the files are)" };
        var date = new Option<string?>("--date") { Description = "the list's date, YYYY-MM-DD; OFAC's CSV states none" };
        var partial = new Option<bool>("--partial") { Description = "these are some rows of the list: nothing follows from what is not among them" };
        var format = ListsOptions.Format();
        var command = new Command("import", "Import one version of a list. Its files are kept as they came; the same files a second time change nothing.") { paths, store, list, date, partial, format };
        command.SetAction(parsed =>
        {
            var request = new ImportRequest([.. parsed.GetValue(paths)!.SelectMany(FilesOf)])
            {
                List = parsed.GetValue(list),
                Date = ListsOptions.Date(parsed.GetValue(date), "--date"),
                IsPartial = parsed.GetValue(partial),
            };
            return Report(DesignationStore.OpenOrCreate(parsed.GetValue(store)!).Import(request), parsed.GetValue(format) == "json");
        });
        return command.WithExamples(
            "overflight lists import sdn.csv add.csv alt.csv sdn_comments.csv --store lists/ --date 2021-07-07",
            "overflight lists import consolidated.xml --store lists/",
            "overflight lists import rows.csv --partial --date 2026-06-30 --store lists/");
    }

    /// <summary>A folder stands for the files in it that have OFAC's names.</summary>
    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new UserError($"{path}: no such file", ExitCode.InputUnreadable);
        var files = s_files.Select(name => Path.Combine(path, name)).Where(File.Exists).ToList();
        return files.Count > 0 ? files : throw new UserError($"{path}: has none of {string.Join(", ", s_files)}", ExitCode.InputUnreadable);
    }

    private static int Report(ImportOutcome outcome, bool isJson)
    {
        foreach (var problem in outcome.Content.Problems.Take(ShownProblems))
            Console.Error.WriteLine(PrintableText.Of($"overflight: {problem}{(problem.IsRejected ? "; left out" : "")}"));
        if (outcome.Content.Problems.Count > ShownProblems)
            Console.Error.WriteLine($"overflight: and {outcome.Content.Problems.Count - ShownProblems} more");
        if (isJson)
            ListsJson.Import(outcome);
        else
            ListsText.Import(outcome);
        return outcome.Content.RejectedRows > 0 ? ExitCode.InputUnreadable : ExitCode.Done;
    }
}
