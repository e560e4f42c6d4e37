namespace Overflight.Designations.Reading;

/// <summary>
/// Reads OFAC's comma-separated files, SDN and non-SDN alike. Which file is which is told by its number of columns: 12 for entries, 6 for
/// addresses, 5 for aliases, 2 for the rest of remarks.
/// </summary>
internal sealed class OfacCsvReader
{
    /// <summary>Remarks are cut at so many characters; the rest, if any, is in the file of comments.</summary>
    private const int LongestRemark = 1_000;

    /// <summary>Longest remarks of an entry with what the file of comments adds, characters; the longest seen have about 4,000.</summary>
    private const int MostRemarks = 100_000;

    private static readonly string[] s_facts = ["title", "callSign", "vesselType", "tonnage", "grossRegisteredTonnage", "flag", "owner"];

    private readonly ProblemList _problems = new();
    private readonly List<OfacRecord> _records = [];
    private readonly Dictionary<string, OfacRecord> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);
    private ListParts _parts;

    public ListContent Read(IReadOnlyList<ListSource> sources)
    {
        var columns = sources.Select(source => (Source: source, Count: ColumnsOf(source))).ToList();
        foreach (var (source, count) in columns.OrderByDescending(file => file.Count))
        {
            var part = count switch { 12 => ListParts.Entries, 6 => ListParts.Addresses, 5 => ListParts.Aliases, 2 => ListParts.RestOfRemarks, _ => ListParts.None };
            if (part == ListParts.None)
                throw new DesignationException($"{source.Name}: no file of OFAC's list: a row there has 12, 6, 5 or 2 columns, and none here has", DesignationFault.Unreadable);
            if (_parts.HasFlag(part))
                throw new DesignationException($"{source.Name}: a second file with {count} columns; give the files of one list only", DesignationFault.Usage);
            _parts |= part;
            ReadFile(source, count, part);
        }
        if (!_parts.HasFlag(ListParts.Entries))
            throw new DesignationException("the file with the entries (12 columns: sdn.csv or cons_prim.csv) is missing; the others say nothing without it", DesignationFault.Usage);
        return new(ListFormat.OfacCsv, _parts, [.. _records.Select(ToEntry)])
        {
            RowsRead = _rows,
            Problems = _problems.Problems,
            RejectedRows = _problems.RejectedRows,
            RejectedEntries = _problems.RejectedEntries,
        };
    }

    /// <summary>The columns of the first row that has as many as one of the files.</summary>
    private static int ColumnsOf(ListSource source)
    {
        using var stream = source.Open();
        foreach (var row in OfacRows.Read(stream).Take(100))
        {
            if (row.Fault is null && row.Fields.Length is 12 or 6 or 5 or 2)
                return row.Fields.Length;
        }
        return 0;
    }

    private void ReadFile(ListSource source, int columns, ListParts part)
    {
        using var stream = source.Open();
        var read = 0L;
        foreach (var row in OfacRows.Read(stream))
        {
            var (field, fault) = row.Fault is not null ? ("", row.Fault)
                : row.Fields.Length != columns ? ("", $"{row.Fields.Length} columns, not {columns}")
                : !IsNumber(row.Fields[0]) ? ("ent_num", "no entity number")
                : part switch
                {
                    ListParts.Entries => AddEntry(row.Fields),
                    ListParts.Addresses => AddAddress(row.Fields),
                    ListParts.Aliases => AddAlias(row.Fields),
                    _ => AddRemarks(row.Fields),
                };
            if (fault is not null)
            {
                _problems.Reject(source.Name, row.Line, row.Offset, field, fault, part == ListParts.Entries);
                continue;
            }
            read++;
            if (row.IsRecoded)
                _problems.Note(source.Name, row.Line, row.Offset, "", "no UTF-8: read as Latin-1");
        }
        _rows[source.Name] = read;
    }

    private (string Field, string? Fault) AddEntry(string?[] fields)
    {
        var id = fields[0]!.Trim();
        if (string.IsNullOrWhiteSpace(fields[1]))
            return ("SDN_Name", "no name");
        EntryType? type = fields[2]?.Trim() switch { null => EntryType.Entity, "individual" => EntryType.Individual, "vessel" => EntryType.Vessel, "aircraft" => EntryType.Aircraft, _ => null };
        if (type is not { } known)
            return ("SDN_Type", "a type that is none of individual, vessel, aircraft and nothing");
        var record = new OfacRecord(id, fields[1]!.Trim(), known) { Programmes = ProgrammesOf(fields[3]), Remarks = fields[11] };
        if (!_byId.TryAdd(id, record))
            return ("ent_num", $"a second entry {id}");
        for (var i = 0; i < s_facts.Length; i++)
        {
            if (fields[4 + i] is { } value)
                record.Facts.Add(new(s_facts[i], value.Trim()));
        }
        _records.Add(record);
        return ("", null);
    }

    private (string Field, string? Fault) AddAddress(string?[] fields)
    {
        if (Owner(fields) is not { } record)
            return ("ent_num", $"an address of {fields[0]}, which is no entry here");
        var address = new ListedAddress(fields[2]?.Trim(), fields[3]?.Trim(), fields[4]?.Trim(), fields[5]?.Trim());
        if (address is not { Street: null, City: null, Country: null, Remarks: null })
            record.Addresses.Add(address);
        return ("", null);
    }

    private (string Field, string? Fault) AddAlias(string?[] fields)
    {
        if (Owner(fields) is not { } record)
            return ("ent_num", $"an alias of {fields[0]}, which is no entry here");
        NameKind? kind = fields[2]?.Trim() switch { "aka" => NameKind.AlsoKnownAs, "fka" => NameKind.FormerlyKnownAs, "nka" => NameKind.NowKnownAs, _ => null };
        if (kind is not { } known)
            return ("alt_type", "a kind that is none of aka, fka and nka");
        if (string.IsNullOrWhiteSpace(fields[3]))
            return ("alt_name", "no name");
        record.Names.Add(new(fields[3]!.Trim(), known, NameQuality.Good));
        return ("", null);
    }

    private (string Field, string? Fault) AddRemarks(string?[] fields)
    {
        if (Owner(fields) is not { } record)
            return ("ent_num", $"remarks of {fields[0]}, which is no entry here");
        if ((record.Remarks?.Length ?? 0) + (fields[1]?.Length ?? 0) > MostRemarks)
            return ("remarks", $"more than {MostRemarks:N0} characters of remarks of {fields[0]}");
        // OFAC cuts at a count of characters, in the middle of words; spaces at the cut are in the files.
        record.Remarks += fields[1];
        record.HasRestOfRemarks = true;
        return ("", null);
    }

    private OfacRecord? Owner(string?[] fields) => _byId.GetValueOrDefault(fields[0]!.Trim());

    private static bool IsNumber(string? text) => text?.Trim() is { Length: > 0 and <= 12 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>Programmes are joined by <c>] [</c>, without brackets outside.</summary>
    private static string[] ProgrammesOf(string? text) =>
        text?.Split("] [", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('[', ']', ' ')).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray() ?? [];

    private ListEntry ToEntry(OfacRecord record)
    {
        record.Names.AddRange(QuotedAliases.Of(record.Remarks));
        return new()
        {
            Id = record.Id,
            Type = record.Type,
            Names = [.. record.Names.Distinct()],
            Programmes = record.Programmes,
            Remarks = record.Remarks?.Trim(),
            AreRemarksCut = !record.HasRestOfRemarks && record.Remarks is { Length: >= LongestRemark },
            Addresses = record.Addresses,
            Facts = record.Facts,
        };
    }
}
