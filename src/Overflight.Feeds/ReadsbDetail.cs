using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>What is used of a trace element's detail object (readsb README-json.md, aircraft.json).</summary>
internal ref partial struct ReadsbDetail
{
    public ReadOnlySpan<byte> Flight;
    public FixSource Source;
    public double GeometricAltitudeFeet;
    public double ContainmentMetres;
    public sbyte Nic;
    public sbyte NacP;
    public sbyte Sil;
    public short Squawk;

    /// <summary>Reads the object; the scanner stands before its brace.</summary>
    public static ReadsbDetail Read(scoped ref JsonScanner scanner)
    {
        var detail = new ReadsbDetail
        {
            GeometricAltitudeFeet = double.NaN,
            ContainmentMetres = double.NaN,
            Nic = -1,
            NacP = -1,
            Sil = -1,
            Squawk = -1,
        };
        var fresh = detail;
        if (scanner.IsGood && detail.TryReadCompact(scanner.Data, ref scanner.Position))
            return detail;
        detail = fresh;
        scanner.Expect((byte)'{');
        if (scanner.Take((byte)'}'))
            return detail;
        do
        {
            var key = scanner.ReadKey();
            if (!scanner.IsGood)
                break;
            detail.Take(key, ref scanner);
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
        return detail;
    }

    private void Take(ReadOnlySpan<byte> key, scoped ref JsonScanner scanner)
    {
        switch (key)
        {
            case [(byte)'n', (byte)'i', (byte)'c']:
                Nic = scanner.ReadCode(11);
                break;
            case [(byte)'r', (byte)'c']:
                // 0 stands for "unknown", not for a point.
                ContainmentMetres = scanner.ReadNumberOrSkip() is var rc and > 0 ? rc : double.NaN;
                break;
            case [(byte)'s', (byte)'i', (byte)'l']:
                Sil = scanner.ReadCode(3);
                break;
            case [(byte)'n', (byte)'a', (byte)'c', (byte)'_', (byte)'p']:
                NacP = scanner.ReadCode(11);
                break;
            case [(byte)'t', (byte)'y', (byte)'p', (byte)'e']:
                if (scanner.ReadScalar(out _, out var type) == JsonKind.String)
                    Source = SourceWord.Read(type);
                else
                    scanner.SkipValue();
                break;
            case [(byte)'f', (byte)'l', (byte)'i', (byte)'g', (byte)'h', (byte)'t']:
                if (scanner.ReadScalar(out _, out var flight) == JsonKind.String)
                    Flight = flight;
                break;
            case [(byte)'s', (byte)'q', (byte)'u', (byte)'a', (byte)'w', (byte)'k']:
                if (scanner.ReadScalar(out _, out var squawk) == JsonKind.String)
                    Squawk = SquawkText.Read(squawk);
                break;
            default:
                if (key.SequenceEqual("alt_geom"u8))
                    GeometricAltitudeFeet = scanner.ReadNumberOrSkip();
                else
                    scanner.SkipValue();
                break;
        }
    }
}
