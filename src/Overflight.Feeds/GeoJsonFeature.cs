namespace Overflight.Feeds;

/// <summary>The parts of a feature that matter, as slices of its bytes.</summary>
internal ref struct GeoJsonFeature
{
    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> Coordinates;
    public ReadOnlySpan<byte> Properties;
    public ReadOnlySpan<byte> Times;

    /// <summary>Reads a feature, or a bare geometry; the scanner stands before its brace.</summary>
    public static GeoJsonFeature Read(scoped ref JsonScanner scanner)
    {
        var feature = new GeoJsonFeature();
        feature.ReadObject(ref scanner, isGeometry: false);
        return feature;
    }

    private void ReadObject(scoped ref JsonScanner scanner, bool isGeometry)
    {
        scanner.Expect((byte)'{');
        if (scanner.Take((byte)'}'))
            return;
        do
        {
            var key = scanner.ReadKey();
            var next = scanner.IsGood ? scanner.Next() : (byte)0;
            var start = scanner.Position;
            if (key.SequenceEqual("geometry"u8) && next == '{')
            {
                ReadObject(ref scanner, isGeometry: true);
                continue;
            }
            if (key.SequenceEqual("type"u8) && next == '"')
            {
                var type = scanner.ReadString();
                if (isGeometry || !type.StartsWith("Feature"u8))
                    Type = type;
                continue;
            }
            if ((key.SequenceEqual("properties"u8) || key.SequenceEqual("coordinateProperties"u8)) && next == '{')
            {
                ReadProperties(ref scanner, isWhole: key.Length == 10);
                continue;
            }
            scanner.SkipValue();
            if (!scanner.IsGood)
                return;
            if (key.SequenceEqual("coordinates"u8))
                Coordinates = scanner.Data[start..scanner.Position];
            else if (IsTimes(key) && next == '[')
                Times = scanner.Data[start..scanner.Position];
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
    }

    private void ReadProperties(scoped ref JsonScanner scanner, bool isWhole)
    {
        var start = scanner.Position;
        scanner.Expect((byte)'{');
        if (!scanner.Take((byte)'}'))
        {
            do
            {
                var key = scanner.ReadKey();
                var next = scanner.IsGood ? scanner.Next() : (byte)0;
                var valueStart = scanner.Position;
                if (key.SequenceEqual("coordinateProperties"u8) && next == '{')
                {
                    ReadProperties(ref scanner, isWhole: false);
                    continue;
                }
                scanner.SkipValue();
                if (scanner.IsGood && next == '[' && IsTimes(key))
                    Times = scanner.Data[valueStart..scanner.Position];
            }
            while (scanner.TakeCommaOrEnd((byte)'}'));
        }
        if (isWhole && scanner.IsGood)
            Properties = scanner.Data[start..scanner.Position];
    }

    private static bool IsTimes(ReadOnlySpan<byte> key) => key.SequenceEqual("coordTimes"u8) || key.SequenceEqual("times"u8);
}
