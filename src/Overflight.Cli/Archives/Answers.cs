using Overflight.Archive;
using Overflight.Archive.Querying;
using Overflight.Tracks;

namespace Overflight.Cli.Archives;

/// <summary>Flights and fixes of an archive as rows.</summary>
internal static class Answers
{
    public static IReadOnlyList<AnswerColumn> PassageColumns { get; } =
    [
        new("aircraft", "aircraft"), new("registration", "reg."), new("type", "type"), new("callsign", "call sign"), new("first", "first fix"),
        new("last", "last fix"), new("fixes", "fixes"), new("firstLatitude"), new("firstLongitude"), new("lastLatitude"), new("lastLongitude"),
        new("firstInput", "from"), new("firstRecord", "record"), new("lastInput"), new("lastRecord"), new("inputs"),
    ];

    public static IReadOnlyList<AnswerColumn> FixColumns { get; } =
    [
        new("aircraft", "aircraft"), new("registration"), new("type"), new("callsign", "call sign"), new("squawk", "squawk"), new("time", "time"),
        new("latitude", "latitude"), new("longitude", "longitude"), new("barometricAltitudeFeet", "feet"), new("geometricAltitudeFeet"),
        new("groundSpeedKnots", "knots"), new("trackDegrees"), new("verticalRateFeetPerMinute"), new("accuracyMetres"), new("containmentMetres"),
        new("nic"), new("nacP"), new("sil"), new("source"), new("status"), new("input", "from"), new("record", "record"),
    ];

    public static object?[] Row(Passage passage, IReadOnlyList<InputRecord> inputs)
    {
        var (first, last) = (passage.First, passage.Last);
        return
        [
            first.Aircraft.Id, OrNull(first.Aircraft.Registration), OrNull(first.Aircraft.TypeDesignator), OrNull(first.Callsign),
            first.Fix.Time.ToString(), last.Fix.Time.ToString(), passage.Fixes,
            first.Fix.Position.LatitudeDegrees, first.Fix.Position.LongitudeDegrees, last.Fix.Position.LatitudeDegrees, last.Fix.Position.LongitudeDegrees,
            inputs[first.Input].Name, OrNull(first.Fix.Record), inputs[last.Input].Name, OrNull(last.Fix.Record),
            passage.Inputs.Select(i => inputs[i].Name).ToArray(),
        ];
    }

    public static object?[] Row(ArchivedFix archived, IReadOnlyList<InputRecord> inputs)
    {
        var fix = archived.Fix;
        return
        [
            archived.Aircraft.Id, OrNull(archived.Aircraft.Registration), OrNull(archived.Aircraft.TypeDesignator), OrNull(archived.Callsign),
            fix.Squawk < 0 ? null : fix.Squawk.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
            Precise(fix.Time), fix.Position.LatitudeDegrees, fix.Position.LongitudeDegrees,
            OrNull(fix.BarometricAltitudeFeet), OrNull(fix.GeometricAltitudeFeet), OrNull(fix.GroundSpeedKnots), OrNull(fix.TrackDegrees),
            OrNull(fix.VerticalRateFeetPerMinute), OrNull(fix.AccuracyMetres), OrNull(fix.ContainmentMetres),
            OrNull(fix.Nic), OrNull(fix.NacP), OrNull(fix.Sil),
            fix.Source.ToString().ToLowerInvariant(), fix.Status == FixStatus.None ? null : fix.Status.ToString(), inputs[archived.Input].Name, OrNull(fix.Record),
        ];
    }

    /// <summary>To the microsecond, where there are any.</summary>
    private static string Precise(UtcInstant time) =>
        time.Microseconds % 1000 == 0 ? time.ToString() : AnswerValue.Text(time.ToDateTimeOffset());

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static float? OrNull(float value) => float.IsNaN(value) ? null : value;

    private static long? OrNull(long value) => value < 0 ? null : value;
}
