using System.Globalization;
using System.Text.Json;
using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>How deadlines are told.</summary>
public static class DeadlineWords
{
    /// <summary>The kind, as in JSON: <c>notice</c>, <c>limited-review</c> and so on.</summary>
    public static string Of(DeadlineKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The state, as in JSON: <c>overdue</c>, <c>open</c>, <c>done-late</c>, <c>done</c>, <c>waived</c>, <c>ended</c>.</summary>
    public static string Of(DeadlineState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <summary>How long a time is, to two units, such as <c>2 d 4 h</c>.</summary>
    public static string Length(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(seconds));
        return span switch
        {
            { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d {span.Hours} h"),
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes} min"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s"),
        };
    }

    /// <summary>When a deadline is due, seen from an instant.</summary>
    public static string When(Deadline deadline, UtcInstant now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        if (deadline.DueAt is not { } due)
            return deadline.DoneAt is { } done ? $"done {done}" : "before the next flight";
        return deadline.State switch
        {
            DeadlineState.Overdue => $"{due}, {Length(now.SecondsSince(due))} ago",
            DeadlineState.Open => $"{due}, in {Length(due.SecondsSince(now))}",
            DeadlineState.DoneLate => $"{due}, done {deadline.DoneAt}, {Length(deadline.DoneAt!.Value.SecondsSince(due))} late",
            DeadlineState.Done => $"{due}, done {deadline.DoneAt}",
            _ => due.ToString(),
        };
    }
}
