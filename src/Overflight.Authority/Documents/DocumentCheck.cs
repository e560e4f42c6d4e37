namespace Overflight.Authority.Documents;

/// <summary>What types alone do not say of a document.</summary>
internal static class DocumentCheck
{
    /// <summary>As many as a leaf of the record can seal.</summary>
    private const int MostClassedFields = 16;

    private const int MostFields = 100;
    private const int LongestValue = 20_000;
    private const int ShortestSalt = 22;

    /// <exception cref="InvalidDataException">A value is out of its range.</exception>
    public static void Check(AuthorityDocument document)
    {
        if (document.Id.Length is 0 or > 64 || document.Id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.')))
            throw new InvalidDataException($"$.id: \"{document.Id}\" is no id: 1 to 64 lower-case letters, digits, \"-\" and \".\"");
        if (document.Version < 1)
            throw new InvalidDataException($"$.version: {document.Version} is no version; the first is 1");
        switch (document)
        {
            case Sortie sortie:
                CheckRoute(sortie.Route);
                CheckConduct(sortie.Conduct);
                break;
            case FlownSortie flown:
                CheckConduct(flown.Conduct);
                break;
            case Notice notice:
                CheckContent(notice);
                break;
            case Complaint complaint when complaint.Outcome is null != complaint.DecidedAt is null:
                throw new InvalidDataException("$.outcome: a complaint has outcome and decidedAt, or neither while it is open");
            case Audit audit:
                Window(audit.Period, "$.period");
                if (audit.Outcome is null != audit.CompletedAt is null)
                    throw new InvalidDataException("$.outcome: an audit has outcome and completedAt, or neither while it goes on");
                if (audit.Findings < 0)
                    throw new InvalidDataException($"$.findings: {audit.Findings} is no number of findings");
                break;
            case Consent consent:
                State(consent.State, "$.state");
                Window(consent.Validity, "$.validity");
                break;
            case Programme programme:
                State(programme.OperatingState, "$.operatingState");
                foreach (var state in programme.Extent.States)
                    State(state, "$.extent.states");
                break;
            case Instrument instrument:
                foreach (var window in instrument.Scope.Windows)
                    Window(window, "$.scope.windows");
                if (instrument.Parties.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
                    throw new InvalidDataException($"$.parties: \"{twice.Key}\" is there twice");
                break;
        }
    }

    private static void CheckContent(Notice notice)
    {
        if (notice.Content.Count > MostFields)
            throw new InvalidDataException($"$.content: has {notice.Content.Count} fields, and {MostFields} are the most");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < notice.Content.Count; i++)
        {
            var (name, value, @class) = notice.Content[i];
            if (!IsWord(name))
                throw new InvalidDataException($"$.content[{i}].name: \"{name}\" is no name: 1 to 64 small letters, digits and \"-\", beginning with a letter or digit");
            if (!names.Add(name))
                throw new InvalidDataException($"$.content[{i}].name: \"{name}\" is there twice");
            if (@class is not null && !IsWord(@class))
                throw new InvalidDataException($"$.content[{i}].class: \"{@class}\" is no class: 1 to 64 small letters, digits and \"-\", beginning with a letter or digit");
            // The value itself may be secret, and is not told.
            if (value.Length is 0 or > LongestValue || value.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
                throw new InvalidDataException($"$.content[{i}].value: is not of 1 to {LongestValue:N0} characters without controls but for line breaks and tabs");
        }
        var classed = notice.Content.Count(field => field.Class is not null);
        if (classed > MostClassedFields)
            throw new InvalidDataException($"$.content: {classed} fields have a class, and {MostClassedFields} are the most");
        if (classed > 0 && !(notice.Salt?.Length >= ShortestSalt))
            throw new InvalidDataException($"$.salt: a notice with fields that have a class needs {ShortestSalt} random characters or more, so that nobody can try values by the file's hash");
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static void CheckRoute(PlannedRoute route)
    {
        if (route.Points.Count < 2)
            throw new InvalidDataException("$.route.points: a route has two points or more");
        if (!(route.CorridorMetres is >= 0 and <= 1_000_000))
            throw new InvalidDataException($"$.route.corridorMetres: {route.CorridorMetres} is not from 0 to 1,000,000");
        if (!(route.AltitudeToleranceMetres is >= 0 and <= 30_000))
            throw new InvalidDataException($"$.route.altitudeToleranceMetres: {route.AltitudeToleranceMetres} is not from 0 to 30,000");
        for (var i = 0; i < route.Points.Count; i++)
        {
            var point = route.Points[i];
            if (!(Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 180))
                throw new InvalidDataException($"$.route.points[{i}]: {point.Latitude}, {point.Longitude} is no place");
            if (i > 0 && point.At <= route.Points[i - 1].At)
                throw new InvalidDataException($"$.route.points[{i}].at: is not later than the point before");
        }
    }

    private static void CheckConduct(SortieConduct conduct)
    {
        foreach (var (window, path) in conduct.Sensors.Select(s => (s.During, "$.conduct.sensors")).Concat(conduct.Control.Select(c => (c.During, "$.conduct.control"))).Concat(conduct.Sessions.Select(s => (s.During, "$.conduct.sessions"))))
            Window(window, path);
        foreach (var level in conduct.Control.Select(c => c.Interoperability).Concat(conduct.Sessions.Select(s => s.Interoperability)))
        {
            if (level is < 1 or > 5)
                throw new InvalidDataException($"$.conduct: {level} is no level of interoperability; STANAG 4586 has 1 to 5");
        }
    }

    private static void State(string state, string path)
    {
        if (state.Length != 3 || !state.All(char.IsAsciiLetterUpper))
            throw new InvalidDataException($"{path}: \"{state}\" is no ISO 3166 alpha-3 code");
    }

    private static void Window(TimeWindow window, string path)
    {
        if (window.To <= window.From)
            throw new InvalidDataException($"{path}: ends at {window.To}, not after its beginning");
    }
}
