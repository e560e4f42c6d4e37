using System.Globalization;

namespace Overflight.Notices.Summaries;

/// <summary>How the numbers of a summary are told.</summary>
internal static class SummaryWords
{
    public static string Section(string name) => name switch
    {
        "sorties" => "Sorties",
        "places" => "Where about (to one degree)",
        "purposes" => "Purposes (flown sorties)",
        "sensors" => "Sensors used (flown sorties)",
        "incidents" => "Incidents",
        "notices" => "Notices",
        "complaints" => "Complaints",
        "audits" => "Audits",
        "data" => "What was collected",
        _ => name,
    };

    public static string Count(string name) => name switch
    {
        "refused" => "refused before flight",
        "hours" => "hours flown",
        "given" => "given in time",
        "given-late" => "given late",
        "open" => "open",
        "findings" => "findings in all",
        _ => name,
    };

    public static string Value(SummaryCount count) => count.Value is { } value
        ? value.ToString(count.Name == "hours" ? "0.0" : "0", CultureInfo.InvariantCulture)
        : "not counted";

    /// <summary>Indexes, with ranges where they follow one another: <c>3, 5-9</c>.</summary>
    public static string Leaves(IReadOnlyList<long> leaves)
    {
        var ranges = new List<string>();
        for (var i = 0; i < leaves.Count; i++)
        {
            var first = leaves[i];
            while (i + 1 < leaves.Count && leaves[i + 1] == leaves[i] + 1)
                i++;
            ranges.Add(first == leaves[i] ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{leaves[i]}"));
        }
        return string.Join(", ", ranges);
    }

    /// <summary>The time that it is of: first and last day, where it is of whole days.</summary>
    public static string Period(ProgrammeSummary summary)
    {
        var (from, to) = (summary.From.ToDateTimeOffset(), summary.To.ToDateTimeOffset());
        return from.TimeOfDay == TimeSpan.Zero && to.TimeOfDay == TimeSpan.Zero && to > from
            ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}")
            : $"{summary.From} to {summary.To}";
    }

    public static string Basis(ProgrammeSummary summary) => summary.Record is { } head
        ? string.Create(CultureInfo.InvariantCulture, $"Counted from the record {head.Origin} at {head.Size} entries, root {head.Root}. A paper counts where the record has it unchanged.")
        : "Counted from papers alone, without a record.";
}
