using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>Which rules count for a kind of service, and by what numbers. A deployment's own takes the place of ours with the same id.</summary>
/// <param name="LeadTimeDays">Days before a flight that a State is asked, where its consent says nothing (ICAO Annex 2, appendix 4, as commonly applied).</param>
/// <param name="WrittenWithinHours">Hours after an oral decision within which it must be in writing (50 U.S.C. 3093(a)(1)).</param>
/// <param name="ReviewLimitedAfterDays">Days after which a limited notice must be looked at again (50 U.S.C. 3093(c)(5)).</param>
/// <param name="FailureNoticeHours">Hours after an incident within which it must be told.</param>
/// <param name="EntryNoticeHours">Hours after a State's airspace was entered without its consent within which it must be told.</param>
/// <param name="SummaryWithinDays">Days after the end of a calendar year within which the public gets a summary of it.</param>
/// <param name="OversightRecipients">Id of the recipient set for programmes that are new or changed, and for failures.</param>
/// <param name="DurationTolerance">How much more than notified is a significant change: a part of the duration.</param>
public sealed record RuleProfile(
    double LeadTimeDays = 7, double WrittenWithinHours = 48, double ReviewLimitedAfterDays = 180, double FailureNoticeHours = 48,
    double EntryNoticeHours = 24, double SummaryWithinDays = 90, string OversightRecipients = "oversight", double DurationTolerance = 0.1) : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "profile";

    /// <summary>Ids of the rules that count.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Ids of the rules whose <c>unknown</c> does not block, but is told. All others' does.</summary>
    public IReadOnlyList<string> UnknownMayPass { get; init => field = value ?? []; } = [];
}
