using System.Globalization;
using Overflight.Feeds.Asterix;

namespace Overflight.Feeds.Tests.Asterix;

/// <summary>One record as the CroatiaControl decoder printed it: its octets and the values in brackets.</summary>
internal sealed record CroatianDecode(int Category, byte[] Octets, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Reads its text: a block's category, a record's <c>HexData</c>, then lines of a name, a raw value and a value in brackets.</summary>
    public static List<CroatianDecode> Read(string text)
    {
        var records = new List<CroatianDecode>();
        var category = 0;
        var inRecord = false;
        var values = new Dictionary<string, string>();
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (line.StartsWith("Data Block", StringComparison.Ordinal))
                inRecord = false;
            else if (line.StartsWith("Data Record", StringComparison.Ordinal))
                inRecord = true;
            else if (line.StartsWith("Category: ", StringComparison.Ordinal))
                category = int.Parse(line[colon..].Trim(':', ' '), CultureInfo.InvariantCulture);
            else if (inRecord && line.StartsWith("HexData: ", StringComparison.Ordinal))
                records.Add(new CroatianDecode(category, Convert.FromHexString(line[(colon + 2)..].Trim()), values = []));
            else if (line.StartsWith('\t') && colon > 0)
                values.TryAdd(line[1..colon].Trim(), line[(colon + 2)..]);
        }
        return records;
    }

    /// <summary>Compares what both decoders read.</summary>
    public void CheckAgainst(in TargetReport report)
    {
        Assert.Equal((int.Parse(Values["System Area Code"], CultureInfo.InvariantCulture) << 8) | int.Parse(Values["System Identification Code"], CultureInfo.InvariantCulture), report.DataSource);
        Assert.Equal(Bracketed("Time Of Day"), report.TimeOfDayMicroseconds / 1e6, 1e-6);
        if (Values.ContainsKey("RHO"))
        {
            Assert.Equal(Bracketed("RHO") * 1852, report.SlantRangeMetres, 0.01);
            Assert.Equal(Bracketed("THETA"), report.AzimuthDegrees, 1e-6);
        }
        if (Values.TryGetValue("AircraftAddress", out var address))
            Assert.Equal(Convert.ToInt32(address.Trim(), 16), report.Address);
        if (Values.ContainsKey("FlightLevel") && !float.IsNaN(report.BarometricAltitudeFeet))
            Assert.Equal(Bracketed("FlightLevel") * 100, report.BarometricAltitudeFeet, 0.01);
        if (Values.TryGetValue("Mode-3/A reply code", out var code) && report.Squawk >= 0)
            Assert.Equal(int.Parse(code, CultureInfo.InvariantCulture), report.Squawk);
        if (Values.TryGetValue("Track Number", out var number))
            Assert.Equal(int.Parse(number, CultureInfo.InvariantCulture), report.TrackNumber);
        if (Values.ContainsKey("Calculated groundspeed"))
        {
            Assert.Equal(Bracketed("Calculated groundspeed"), report.GroundSpeedKnots, 0.2);
            Assert.Equal(Bracketed("Calculated heading"), report.TrackDegrees, 1e-4);
        }
    }

    private double Bracketed(string name)
    {
        var value = Values[name];
        var open = value.IndexOf('(', StringComparison.Ordinal);
        return double.Parse(value[(open + 1)..].Split(' ')[0].TrimEnd(')'), CultureInfo.InvariantCulture);
    }
}
