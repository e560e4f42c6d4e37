namespace Overflight.Designations.Keeping;

/// <summary>Names of lists in a store.</summary>
internal static class ListName
{
    /// <summary>The name given, else one by the form of the files.</summary>
    public static string Of(string? given, ListFormat format, IReadOnlyList<SourceFile> files)
    {
        if (given is not null)
            return Require(given);
        if (format == ListFormat.UnXml)
            return "un";
        return files.Any(file => file.Name.StartsWith("cons", StringComparison.OrdinalIgnoreCase)) ? "ofac-non-sdn" : "ofac-sdn";
    }

    public static string Require(string name) =>
        name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? name
            : throw new DesignationException($"\"{name}\" is no name of a list: small letters, digits, - and ., at most 40", DesignationFault.Usage);
}
