using Overflight.Authority.Paths;
using Overflight.Tracks;

namespace Overflight.Authority.Rules;

/// <summary>One thing that a rule found, with all that it rests on.</summary>
public sealed record RuleReason
{
    /// <summary>What it means for the rule.</summary>
    public required RuleOutcome Outcome { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>The first leg that it is about, from 0; null where it is about none.</summary>
    public int? FirstLeg { get; init; }

    /// <summary>The last.</summary>
    public int? LastLeg { get; init; }

    /// <summary>The first instant that it is about.</summary>
    public UtcInstant? From { get; init; }

    /// <summary>The last.</summary>
    public UtcInstant? To { get; init; }

    /// <summary>The State that it is about, ISO 3166 alpha-3.</summary>
    public string? State { get; init; }

    /// <summary>The documents that it rests on.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The numbers that decided, by name and unit.</summary>
    public IReadOnlyList<(string Name, double Value)> Numbers { get; init; } = [];

    internal static RuleReason Pass(string text) => new() { Outcome = RuleOutcome.Pass, Text = text };

    internal static RuleReason Unknown(string text) => new() { Outcome = RuleOutcome.Unknown, Text = text };

    internal static RuleReason Refuse(string text) => new() { Outcome = RuleOutcome.Refuse, Text = text };

    internal RuleReason By(params IEnumerable<Documents.AuthorityDocument> documents) => this with { Documents = [.. Documents, .. documents.Select(d => d.Citation)] };

    internal RuleReason At(UtcInstant from, UtcInstant? to = null) => this with { From = from, To = to };

    internal RuleReason On(PathLeg first, PathLeg? last = null) => this with { FirstLeg = first.Number, LastLeg = (last ?? first).Number };

    internal RuleReason Over(StateOverflight overflight) =>
        this with { State = overflight.State, FirstLeg = overflight.FirstLeg, LastLeg = overflight.LastLeg, From = overflight.From, To = overflight.To };

    internal RuleReason With(string name, double value) => this with { Numbers = [.. Numbers, (name, value)] };
}
