using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>Which rules count for a kind of service, and by what numbers. A deployment's own takes the place of ours with the same id.</summary>
public sealed record RuleProfile : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "profile";

    /// <summary>Ids of the rules that count.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Ids of the rules whose <c>unknown</c> does not block, but is told. All others' does.</summary>
    public IReadOnlyList<string> UnknownMayPass { get; init; } = [];

    /// <summary>Days before a flight that a State is asked, where its consent says nothing (ICAO Annex 2, appendix 4, as commonly applied).</summary>
    public double LeadTimeDays { get; init; } = 7;

    /// <summary>Hours after an oral decision within which it must be in writing (50 U.S.C. 3093(a)(1)).</summary>
    public double WrittenWithinHours { get; init; } = 48;

    /// <summary>Days after which a limited notice must be looked at again (50 U.S.C. 3093(c)(5)).</summary>
    public double ReviewLimitedAfterDays { get; init; } = 180;

    /// <summary>Hours after an incident within which it must be told.</summary>
    public double FailureNoticeHours { get; init; } = 48;

    /// <summary>Hours after a State's airspace was entered without its consent within which it must be told.</summary>
    public double EntryNoticeHours { get; init; } = 24;

    /// <summary>Days after the end of a calendar year within which the public gets a summary of it.</summary>
    public double SummaryWithinDays { get; init; } = 90;

    /// <summary>Id of the recipient set for programmes that are new or changed, and for failures.</summary>
    public string OversightRecipients { get; init; } = "oversight";

    /// <summary>How much more than notified is a significant change: a part of the duration.</summary>
    public double DurationTolerance { get; init; } = 0.1;
}
