using Overflight.Tracks;

namespace Overflight.Feeds.AircraftList;

/// <summary>One aircraft of a list, as far as it is used (readsb README-json.md; dump1090's older names in brackets there).</summary>
internal ref struct AircraftEntry
{
    public ReadOnlySpan<byte> Address;
    public ReadOnlySpan<byte> Flight;
    public ReadOnlySpan<byte> Registration;
    public ReadOnlySpan<byte> TypeDesignator;
    public ReadOnlySpan<byte> Description;
    public ReadOnlySpan<byte> Squawk;
    public FixSource Source;
    public double Latitude;
    public double Longitude;
    public double PositionAgeSeconds;

    /// <summary><c>age</c>, which stands for <c>seen_pos</c> in a last position (readsb README-json.md).</summary>
    public double AgeSeconds;

    public double BarometricAltitudeFeet;
    public double GeometricAltitudeFeet;
    public double GroundSpeedKnots;
    public double TrackDegrees;
    public double BarometricRate;
    public double GeometricRate;
    public double ContainmentMetres;
    public sbyte Nic;
    public sbyte NacP;
    public sbyte Sil;
    public bool IsOnGround;
    public bool IsMultilaterated;
    public bool IsTisb;

    /// <summary>The position, its age, NIC and Rc come from <c>lastPosition</c>: the list no longer holds it valid.</summary>
    public bool IsLastPosition;

    public readonly bool HasPosition => !double.IsNaN(Latitude) && !double.IsNaN(Longitude);

    /// <summary>Reads the object; the scanner stands before its brace.</summary>
    public static AircraftEntry Read(scoped ref JsonScanner scanner)
    {
        var entry = new AircraftEntry
        {
            Latitude = double.NaN,
            Longitude = double.NaN,
            PositionAgeSeconds = double.NaN,
            AgeSeconds = double.NaN,
            BarometricAltitudeFeet = double.NaN,
            GeometricAltitudeFeet = double.NaN,
            GroundSpeedKnots = double.NaN,
            TrackDegrees = double.NaN,
            BarometricRate = double.NaN,
            GeometricRate = double.NaN,
            ContainmentMetres = double.NaN,
            Nic = -1,
            NacP = -1,
            Sil = -1,
        };
        scanner.Expect((byte)'{');
        if (scanner.Take((byte)'}'))
            return entry;
        do
        {
            var key = scanner.ReadKey();
            if (!scanner.IsGood)
                break;
            if (!entry.TakeText(key, ref scanner) && !entry.TakeNumber(key, ref scanner) && !entry.TakeNested(key, ref scanner))
                scanner.SkipValue();
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
        return entry;
    }

    private bool TakeText(ReadOnlySpan<byte> key, scoped ref JsonScanner scanner)
    {
        if (key.SequenceEqual("hex"u8))
            Address = Text(ref scanner);
        else if (key.SequenceEqual("flight"u8))
            Flight = Text(ref scanner);
        else if (key.SequenceEqual("r"u8))
            Registration = Text(ref scanner);
        else if (key.SequenceEqual("t"u8))
            TypeDesignator = Text(ref scanner);
        else if (key.SequenceEqual("desc"u8))
            Description = Text(ref scanner);
        else if (key.SequenceEqual("squawk"u8))
            Squawk = Text(ref scanner);
        else if (key.SequenceEqual("type"u8))
            Source = SourceWord.Read(Text(ref scanner));
        else
            return false;
        return true;
    }

    private bool TakeNumber(ReadOnlySpan<byte> key, scoped ref JsonScanner scanner)
    {
        if (key.SequenceEqual("lat"u8))
            Own(ref Latitude, ref scanner);
        else if (key.SequenceEqual("lon"u8))
            Own(ref Longitude, ref scanner);
        else if (key.SequenceEqual("seen_pos"u8))
            Own(ref PositionAgeSeconds, ref scanner);
        else if (key.SequenceEqual("age"u8))
            AgeSeconds = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("nic"u8))
            Nic = scanner.ReadCode(11);
        else if (key.SequenceEqual("rc"u8))
            ContainmentMetres = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("nac_p"u8))
            NacP = scanner.ReadCode(11);
        else if (key.SequenceEqual("sil"u8))
            Sil = scanner.ReadCode(3);
        else if (key.SequenceEqual("alt_baro"u8) || key.SequenceEqual("altitude"u8))
            TakeAltitude(ref scanner);
        else if (key.SequenceEqual("alt_geom"u8))
            GeometricAltitudeFeet = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("gs"u8) || key.SequenceEqual("speed"u8))
            GroundSpeedKnots = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("track"u8))
            TrackDegrees = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("baro_rate"u8) || key.SequenceEqual("vert_rate"u8))
            BarometricRate = scanner.ReadNumberOrSkip();
        else if (key.SequenceEqual("geom_rate"u8))
            GeometricRate = scanner.ReadNumberOrSkip();
        else
            return false;
        return true;
    }

    private bool TakeNested(ReadOnlySpan<byte> key, scoped ref JsonScanner scanner)
    {
        if (key.SequenceEqual("mlat"u8))
            IsMultilaterated = ListsPosition(ref scanner);
        else if (key.SequenceEqual("tisb"u8))
            IsTisb = ListsPosition(ref scanner);
        else if (key.SequenceEqual("lastPosition"u8) && scanner.Next() == '{')
            TakeLastPosition(ref scanner);
        else
            return false;
        return true;
    }

    /// <summary>A position of the entry's own counts before a last position, in whichever order they come.</summary>
    private void Own(ref double value, scoped ref JsonScanner scanner)
    {
        if (IsLastPosition)
        {
            IsLastPosition = false;
            Latitude = Longitude = PositionAgeSeconds = ContainmentMetres = double.NaN;
            Nic = -1;
        }
        value = scanner.ReadNumberOrSkip();
    }

    private void TakeAltitude(scoped ref JsonScanner scanner)
    {
        var kind = scanner.ReadScalar(out var feet, out var word);
        if (kind is JsonKind.Object or JsonKind.Array)
            scanner.SkipValue();
        IsOnGround = kind == JsonKind.String && word.SequenceEqual("ground"u8);
        BarometricAltitudeFeet = feet;
    }

    private void TakeLastPosition(scoped ref JsonScanner scanner)
    {
        var last = Read(ref scanner);
        if (HasPosition || !last.HasPosition)
            return;
        IsLastPosition = true;
        (Latitude, Longitude, PositionAgeSeconds) = (last.Latitude, last.Longitude, double.IsNaN(last.PositionAgeSeconds) ? last.AgeSeconds : last.PositionAgeSeconds);
        (Nic, ContainmentMetres) = (last.Nic, last.ContainmentMetres);
    }

    /// <summary>Whether a list of members derived from some source names the latitude.</summary>
    private static bool ListsPosition(scoped ref JsonScanner scanner)
    {
        if (!scanner.Take((byte)'['))
        {
            scanner.SkipValue();
            return false;
        }
        var found = false;
        if (scanner.Take((byte)']'))
            return false;
        do
            found |= Text(ref scanner).SequenceEqual("lat"u8);
        while (scanner.TakeCommaOrEnd((byte)']'));
        return found;
    }

    private static ReadOnlySpan<byte> Text(scoped ref JsonScanner scanner)
    {
        var kind = scanner.ReadScalar(out _, out var text);
        if (kind is JsonKind.Object or JsonKind.Array)
            scanner.SkipValue();
        return kind == JsonKind.String ? JsonText.Plain(text) : default;
    }
}
