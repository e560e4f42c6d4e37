namespace Overflight.Sorties;

/// <summary>Complaints about a field of a file, by its name.</summary>
internal static class FieldCheck
{
    public static void That(bool holds, string field, string complaint)
    {
        if (!holds)
            throw new InvalidDataException($"{field}: {complaint}");
    }

    public static void Between(string field, double value, double least, double greatest) =>
        That(value >= least && value <= greatest, field, FormattableString.Invariant($"{value} is not between {least} and {greatest}"));
}
