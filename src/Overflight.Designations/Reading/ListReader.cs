using System.Xml;

namespace Overflight.Designations.Reading;

/// <summary>Reads the files of one list version, whichever of the known forms they have.</summary>
public static class ListReader
{
    /// <summary>Reads files that belong together. What is wrong with single rows is told in the answer, and the rest is read.</summary>
    /// <param name="sources">One XML document, or up to four comma-separated files of OFAC's in any order.</param>
    /// <exception cref="DesignationException">They are no list, or not of one.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ListContent Read(IReadOnlyList<ListSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
            throw new DesignationException("no file given", DesignationFault.Usage);
        if (!sources.Any(IsXml))
            return new OfacCsvReader().Read(sources);
        if (sources.Count > 1)
            throw new DesignationException("an XML list is one file; give it alone", DesignationFault.Usage);
        return RootOf(sources[0]) switch
        {
            "CONSOLIDATED_LIST" => new UnListReader().Read(sources[0]),
            "Sanctions" => new OfacAdvancedReader().Read(sources[0]),
            var other => throw new DesignationException($"{sources[0].Name}: neither CONSOLIDATED_LIST (UN) nor Sanctions (OFAC's advanced XML){(other is null ? "" : $", but {other}")}", DesignationFault.Unreadable),
        };
    }

    private static bool IsXml(ListSource source)
    {
        using var stream = source.Open();
        Span<byte> first = stackalloc byte[16];
        var count = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var text = first[..count];
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    private static string? RootOf(ListSource source)
    {
        using var records = new XmlRecords(source);
        try
        {
            return records.MoveToNext(_ => true) ? records.Name : null;
        }
        catch (XmlException error)
        {
            throw new DesignationException($"{source.Name}: {error.Message}", DesignationFault.Unreadable, error);
        }
    }
}
