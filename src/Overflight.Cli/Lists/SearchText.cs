using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Designations;
using Overflight.Designations.Search;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>What a search found, each score explained. A match only proposes.</summary>
internal static class SearchText
{
    public static void Write(FoundNames found)
    {
        Line($"\"{found.Query}\" in {(found.Versions.Count == 0 ? "no list: nothing is known of that day" : string.Join(", ", found.Versions.Select(ListsWords.Of)))}{(found.WithIndividuals ? "" : ", without natural persons")}");
        if (found.Matches.Count == 0)
            Console.WriteLine("No name there is like it. That is no proof that the organisation is not listed under another name.");
        foreach (var (match, standing) in found.Matches)
            Write(match, standing);
        if (found.Matches.Any(m => m.Match.IsProposed))
            Console.WriteLine("A match proposes and decides nothing: a person decides (\"overflight lists decide\").");
        StandingText.Tail(found.Matches.SelectMany(m => m.Standing.Programmes.Prepend(m.Standing.Whole)), found.Matches.Select(m => m.Match.Entry.Entry).FirstOrDefault(entry => entry.Type == EntryType.Individual));
    }

    private static void Write(NameMatch match, EntryStanding standing)
    {
        var entry = match.Entry.Entry;
        Line($"{Number(match.Score)}  {entry.Id}  {(entry.Type == EntryType.Individual ? match.Name.Text : entry.PrimaryName)}  ({ListsWords.Of(entry.Type)}, {ListsWords.Of(match.Entry.Version)})  {(match.IsProposed ? "possible match, for a person to decide" : "unlikely")}");
        if (match.Name.Kind != NameKind.Primary && entry.Type != EntryType.Individual)
            Line($"       by {ListsWords.Of(match.Name.Kind)}{match.Name.Text}{(match.Name.Quality == NameQuality.Low ? " (weak)" : "")}{(match.NameVersion == match.Entry.Version ? "" : $", which is in {ListsWords.Of(match.NameVersion)}")}");
        Line($"       {string.Join(", ", match.Pairs.Select(pair => $"{pair.Query}{(pair.Query == pair.Name ? "" : $" ~ {pair.Name} {Number(pair.Similarity)}")} +{Number(pair.Contribution)}"))}"
            + (match.NotFound.Count > 0 ? $"; not in the name: {string.Join(' ', match.NotFound)}" : "")
            + (match.LeftOver.Count > 0 ? $"; only in the name: {string.Join(' ', match.LeftOver)}" : "")
            + (match.OrderCost > 0 ? $"; order -{Number(match.OrderCost)}" : ""));
        Line($"       {string.Join("; ", standing.Programmes.Where(p => p.Programme is not null).Select(p => $"{p.Programme} {(p.IsDraft ? "draft" : p.InEffect switch { Answer.Yes => "in effect", Answer.No => "not in effect", _ => "not known" })}").Concat(standing.Whole.Decisive is null ? [] : [standing.Whole.Reason]))}");
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Line(string text) => Console.WriteLine(PrintableText.Of(text));
}
