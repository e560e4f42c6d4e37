using Overflight.Cli.Running;
using Overflight.Designations;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>What changed about an entry between two days, in sentences, and never surer of the day than the lists are.</summary>
internal static class ChangeText
{
    public static void Write(EntryChange change)
    {
        StandingText.Head(change.Before);
        StandingText.Body(change.Before);
        Console.WriteLine();
        StandingText.Head(change.After);
        StandingText.Body(change.After);
        Console.WriteLine();
        var isIndividual = (change.After.Entry ?? change.Before.Entry) is { Type: EntryType.Individual };
        Line(Sentence(change));
        foreach (var step in change.Steps)
        {
            Line($"  Changed between {ListsWords.Of(step.From.Date)} and {ListsWords.Of(step.To.Date)}:");
            foreach (var difference in LinesOf(step.Difference, isIndividual))
                Line("    " + difference);
            WriteDays(step);
        }
        foreach (var e in change.Events.Where(e => !change.Steps.Any(step => step.Narrowing.Contains(e))))
            Line($"  Dated: {StandingText.Event(e)}");
        foreach (var note in change.NotCompared)
            Line($"  Not compared: {note}.");
        Console.WriteLine();
        StandingText.Tail([change.Before.Whole, .. change.Before.Programmes, change.After.Whole, .. change.After.Programmes], change.After.Entry ?? change.Before.Entry);
    }

    /// <summary>Versions tell between which two days; only a dated statement tells on which.</summary>
    private static void WriteDays(ChangeStep step)
    {
        foreach (var e in step.Narrowing)
            Line($"    day of it: {StandingText.Event(e)}");
        var difference = step.Difference;
        var undated = difference.ProgrammesAdded.Concat(difference.ProgrammesRemoved).Where(programme => !step.Narrowing.Any(e => e.Programme == programme))
            .Concat(difference.NamesAdded.Count + difference.NamesRemoved.Count > 0 ? ["names"] : [])
            .Concat(difference.AddressesAdded.Count + difference.AddressesRemoved.Count > 0 ? ["addresses"] : [])
            .Concat(difference.FactsAdded.Count + difference.FactsRemoved.Count > 0 ? ["facts"] : [])
            .Concat(difference.Remarks is null ? [] : ["remarks"])
            .Concat((difference.IsAdded || difference.IsRemoved) && !step.Narrowing.Any(e => e.Programme is null) ? [difference.IsAdded ? "coming onto the list" : "leaving the list"] : []).ToList();
        if (undated.Count > 0)
            Line($"    On which day is not known of: {string.Join(", ", undated)}.");
    }

    private static string Sentence(EntryChange change)
    {
        var (from, to) = (ListsWords.Of(change.Before.AsOf), ListsWords.Of(change.After.AsOf));
        if (change.Before.Listed == Answer.Unknown || change.After.Listed == Answer.Unknown)
            return $"From {from} to {to}: what changed is known in part only, since one of the two is not known.";
        return change.Steps.Count == 0 ? $"From {from} to {to}: no change that the versions kept here show." : $"From {from} to {to}:";
    }

    private static IEnumerable<string> LinesOf(EntryDifference difference, bool isIndividual)
    {
        if (difference.IsAdded)
            yield return "came onto the list";
        if (difference.IsRemoved)
            yield return "left the list";
        foreach (var programme in difference.ProgrammesAdded)
            yield return $"programme added: {programme}";
        foreach (var programme in difference.ProgrammesRemoved)
            yield return $"programme removed: {programme}";
        if (difference.Type is var (before, after))
            yield return $"type: {ListsWords.Of(before)}, then {ListsWords.Of(after)}";
        if (isIndividual)
        {
            if (difference.NamesAdded.Count + difference.NamesRemoved.Count + difference.AddressesAdded.Count + difference.AddressesRemoved.Count + difference.FactsAdded.Count + difference.FactsRemoved.Count > 0 || difference.Remarks is not null)
                yield return "names, addresses, remarks or facts changed (left out)";
            yield break;
        }
        foreach (var (word, names) in new[] { ("added", difference.NamesAdded), ("removed", difference.NamesRemoved) })
        {
            foreach (var name in names)
                yield return $"name {word}: {ListsWords.Of(name.Kind)}{name.Text}{(name.Quality == NameQuality.Low ? " (weak)" : "")}";
        }
        foreach (var (word, addresses) in new[] { ("added", difference.AddressesAdded), ("removed", difference.AddressesRemoved) })
        {
            foreach (var address in addresses)
                yield return $"address {word}: {address}";
        }
        foreach (var (word, facts) in new[] { ("added", difference.FactsAdded), ("removed", difference.FactsRemoved) })
        {
            foreach (var fact in facts)
                yield return $"{fact.Name} {word}: {fact.Value}";
        }
        if (difference.Remarks is { } remarks)
        {
            yield return $"remarks before: {remarks.Before ?? "none"}";
            yield return $"remarks after: {remarks.After ?? "none"}";
        }
    }

    private static void Line(string text) => Console.WriteLine(PrintableText.Of(text));
}
