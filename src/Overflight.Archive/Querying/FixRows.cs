using Overflight.Archive.Columns;
using Overflight.Tracks;

namespace Overflight.Archive.Querying;

/// <summary>Rows of a table as fixes with their aircraft.</summary>
internal static class FixRows
{
    /// <summary>A row; what was not read of it is as in a fix that does not give it.</summary>
    public static ArchivedFix Gather(FixTable table, TextPool texts, int row) =>
        new(AircraftOf(table, texts, row), texts[table.Callsign[row]], table.Gather(row), table.Input[row]);

    /// <summary>Many rows; neighbours of one aircraft share its record.</summary>
    public static ArchivedFix[] GatherAll(FixTable table, TextPool texts, List<int> rows)
    {
        var fixes = new ArchivedFix[rows.Count];
        var last = default((int, int, int, int, int));
        Aircraft? aircraft = null;
        for (var i = 0; i < fixes.Length; i++)
        {
            var row = rows[i];
            var now = (table.Address[row], table.Name[row], table.Registration[row], table.TypeDesignator[row], table.Description[row]);
            if (aircraft is null || now != last)
                (aircraft, last) = (AircraftOf(table, texts, row), now);
            fixes[i] = new ArchivedFix(aircraft, texts[table.Callsign[row]], table.Gather(row), table.Input[row]);
        }
        return fixes;
    }

    /// <summary>The order of answers: aircraft, time, then as the inputs gave them.</summary>
    public static int ByAircraftAndTime(ArchivedFix a, ArchivedFix b)
    {
        var order = ReferenceEquals(a.Aircraft, b.Aircraft) ? 0 : KeyOf(a.Aircraft).CompareTo(KeyOf(b.Aircraft));
        if (order == 0)
            order = a.Fix.Time.CompareTo(b.Fix.Time);
        if (order == 0)
            order = a.Input.CompareTo(b.Input);
        return order != 0 ? order : a.Fix.Record.CompareTo(b.Fix.Record);
    }

    public static AircraftKey KeyOf(Aircraft aircraft) => new(aircraft.Address.ToString(), aircraft.Name);

    /// <summary>The aircraft of a row.</summary>
    /// <exception cref="InvalidDataException">The address is none.</exception>
    public static Aircraft AircraftOf(FixTable table, TextPool texts, int row)
    {
        var text = texts[table.Address[row]];
        var address = AircraftAddress.None;
        if (text.Length > 0 && !AircraftAddress.TryParse(text, out address))
            throw new InvalidDataException($"\"{text}\" in column address is none");
        return new Aircraft(address)
        {
            Name = texts[table.Name[row]],
            Registration = texts[table.Registration[row]],
            TypeDesignator = texts[table.TypeDesignator[row]],
            Description = texts[table.Description[row]],
        };
    }

    /// <summary>An aircraft with what another record of it knows besides.</summary>
    public static Aircraft Named(Aircraft aircraft, Aircraft other) => aircraft with
    {
        Registration = aircraft.Registration.Length > 0 ? aircraft.Registration : other.Registration,
        TypeDesignator = aircraft.TypeDesignator.Length > 0 ? aircraft.TypeDesignator : other.TypeDesignator,
        Description = aircraft.Description.Length > 0 ? aircraft.Description : other.Description,
    };
}
