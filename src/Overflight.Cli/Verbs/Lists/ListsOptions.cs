using System.CommandLine;
using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;

namespace Overflight.Cli.Verbs.Lists;

/// <summary>Arguments and options that verbs of lists share, and what they lead to.</summary>
internal static class ListsOptions
{
    public static Option<string> Store() => new("--store") { Description = "the folder that keeps the lists", Required = true };

    public static Option<string?> List() => new("--list") { Description = "the list's name in the store, such as ofac-sdn; needed where several have the entry" };

    public static Argument<string> Id() => new("ID") { Description = "the entry: OFAC's number (17671) or the UN's reference number" };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    /// <summary>A date as options write it; null where none is given.</summary>
    public static DateOnly? Date(string? text, string option) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new UserError($"{option} {text}: a date is written YYYY-MM-DD");

    /// <summary>The lists of the store, or the one asked for.</summary>
    public static IReadOnlyList<string> ListsOf(DesignationStore store, string? list)
    {
        var all = store.Versions.Select(version => version.List).Distinct().Order(StringComparer.Ordinal).ToList();
        return list is null ? all : all.Contains(list) ? [list] : throw new UserError($"--list {list}: the store has {(all.Count == 0 ? "no list" : string.Join(", ", all))}");
    }

    /// <summary>The list that an entry is of: the one asked for, else the only one that ever had it, else the store's only one.</summary>
    public static string ListOf(DesignationStore store, string? list, string id)
    {
        var lists = ListsOf(store, list);
        if (lists.Count == 1)
            return lists[0];
        var having = lists.Where(name => store.StatementsOf(name, id).Count > 0 || store.Versions.Any(version => version.List == name && store.Load(version).Find(id) is not null)).ToList();
        return having.Count == 1 ? having[0] : throw new UserError($"{id} is on {(having.Count == 0 ? "none" : string.Join(" and ", having))} of {string.Join(", ", lists)}: give --list");
    }

    /// <summary>The day of the latest version of a list.</summary>
    public static DateOnly LatestOf(DesignationStore store, string list) =>
        store.Versions.Where(version => version.List == list).Select(version => version.Date).DefaultIfEmpty(DateOnly.MaxValue).Max();
}
