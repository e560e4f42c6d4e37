using Overflight.Cli.Running;
using Overflight.Designations;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>An entry as of a day, in sentences. Of natural persons only id, list, programmes and the leading name.</summary>
internal static class StandingText
{
    public static void Write(EntryStanding standing)
    {
        Head(standing);
        Body(standing);
        Tail([standing.Whole, .. standing.Programmes], standing.Entry);
    }

    public static void Head(EntryStanding standing)
    {
        Line(standing.Entry is { } entry
            ? $"{standing.Id}  {entry.PrimaryName}  ({ListsWords.Of(entry.Type)})"
            : $"{standing.Id}");
        Line($"As of {ListsWords.Of(standing.AsOf)}: " + standing.Listed switch
        {
            Answer.Yes => $"on {ListsWords.Of(standing.Version!)}.",
            Answer.No => $"not on {ListsWords.Of(standing.Version!)}.",
            _ => $"not known whether it was on {standing.List}.",
        });
    }

    public static void Body(EntryStanding standing)
    {
        foreach (var programme in standing.Programmes.Prepend(standing.Whole))
        {
            if (programme.Programme is not null || programme.Decisive is not null || standing.Programmes.Count == 0)
                Line($"  {programme.Programme ?? "the entry"}: {EffectOf(programme)}: {programme.Reason}");
        }
        if (standing.Entry is { Type: not EntryType.Individual } entry)
        {
            foreach (var name in entry.Names.Skip(1))
                Line($"  {ListsWords.Of(name.Kind)}{name.Text}{(name.Quality == NameQuality.Low ? " (weak)" : "")}");
            foreach (var address in entry.Addresses)
                Line($"  address: {address}");
            foreach (var fact in entry.Facts)
                Line($"  {fact.Name}: {fact.Value}");
            if (entry.Remarks is { } remarks)
                Line($"  remarks: {remarks}");
        }
        foreach (var e in standing.Events.Where(e => e.Date > standing.AsOf))
            Line($"  later: {Event(e)}");
        foreach (var sentence in standing.NotKnown)
            Line($"  Not known: {sentence}");
    }

    public static void Tail(IEnumerable<ProgrammeStanding> standings, ListEntry? entry)
    {
        if (entry is { Type: EntryType.Individual })
            Console.WriteLine(DesignationNotice.Individuals);
        if (standings.Any(standing => standing.IsDraft))
            Console.WriteLine(DesignationNotice.Draft);
        Console.WriteLine(DesignationNotice.Text);
    }

    public static string Event(StateEvent e) =>
        $"{(e.Programme is null ? "" : e.Programme + " ")}{ListsWords.Of(e.State)} on {ListsWords.Of(e.Date)}, {e.Source}{(e.Statement is { } statement ? $", entered by {statement.Author} (statement {statement.Number})" : "")}";

    private static string EffectOf(ProgrammeStanding programme) => programme.InEffect switch { Answer.Yes => "in effect", Answer.No => "not in effect", _ => "not known" };

    private static void Line(string text) => Console.WriteLine(PrintableText.Of(text));
}
