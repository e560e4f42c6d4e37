using System.Globalization;
using System.Text;

namespace Overflight.Misb.Sets.St1204;

/// <summary>A motion imagery core identifier (MISB ST 1204.3): which sensor and platform made the imagery, by up to four UUIDs.</summary>
/// <param name="Version">The version of the identifier, 1.</param>
/// <param name="Usage">The usage byte as it stands: bits 6-5 sensor, 4-3 platform (0 none, 1 managed, 2 virtual, 3 physical), bit 2 window, bit 1 minor.</param>
/// <param name="SensorId">The sensor's UUID; null where there is none.</param>
/// <param name="PlatformId">The platform's UUID.</param>
/// <param name="WindowId">The window's UUID.</param>
/// <param name="MinorId">The minor UUID.</param>
public readonly record struct MiisIdentifier(byte Version, byte Usage, Guid? SensorId, Guid? PlatformId, Guid? WindowId, Guid? MinorId)
{
    /// <summary>How the sensor's identifier was made.</summary>
    public MiisIdKind SensorKind => (MiisIdKind)(Usage >> 5 & 3);

    /// <summary>How the platform's identifier was made.</summary>
    public MiisIdKind PlatformKind => (MiisIdKind)(Usage >> 3 & 3);

    /// <summary>Reads the binary form: version, usage, then a UUID for each that the usage names. False where the bytes are not exactly that.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out MiisIdentifier identifier)
    {
        identifier = default;
        if (bytes.Length < 2)
            return false;
        var usage = bytes[1];
        if (bytes.Length != 2 + 16 * CountOf(usage))
            return false;
        var at = 2;
        identifier = new(bytes[0], usage,
            Next(bytes, ref at, (usage & 0x60) != 0), Next(bytes, ref at, (usage & 0x18) != 0),
            Next(bytes, ref at, (usage & 0x04) != 0), Next(bytes, ref at, (usage & 0x02) != 0));
        return true;
    }

    /// <summary>The binary form.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte> { Version, Usage };
        foreach (var id in Ids())
            bytes.AddRange(id.ToByteArray(bigEndian: true));
        return [.. bytes];
    }

    /// <summary>The text form: version and usage, the UUIDs in groups of four digits, and a check byte (ST 1204 section 7).</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Version:X2}{Usage:X2}");
        var separator = ':';
        foreach (var id in Ids())
        {
            text.Append(separator).Append(Grouped(id));
            separator = '/';
        }
        return text.Append(CultureInfo.InvariantCulture, $":{MiisCheck.Of(ToBytes()):X2}").ToString();
    }

    /// <summary>Reads the text form. False where it is malformed or its check byte is wrong.</summary>
    public static bool TryParse(string text, out MiisIdentifier identifier)
    {
        identifier = default;
        var parts = text.Split(':');
        if (parts.Length is < 2 or > 3)
            return false;
        try
        {
            var digits = parts[0] + (parts.Length == 3 ? parts[1].Replace("-", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal) : "");
            var bytes = Convert.FromHexString(digits);
            return TryRead(bytes, out identifier) && Convert.FromHexString(parts[^1]) is [var check] && check == MiisCheck.Of(bytes);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private IEnumerable<Guid> Ids() => new[] { SensorId, PlatformId, WindowId, MinorId }.OfType<Guid>();

    private static int CountOf(byte usage) =>
        ((usage & 0x60) != 0 ? 1 : 0) + ((usage & 0x18) != 0 ? 1 : 0) + ((usage & 0x04) != 0 ? 1 : 0) + ((usage & 0x02) != 0 ? 1 : 0);

    private static Guid? Next(ReadOnlySpan<byte> bytes, ref int at, bool present)
    {
        if (!present)
            return null;
        at += 16;
        return new Guid(bytes.Slice(at - 16, 16), bigEndian: true);
    }

    private static string Grouped(Guid id)
    {
        var digits = Convert.ToHexString(id.ToByteArray(bigEndian: true));
        return string.Join('-', Enumerable.Range(0, 8).Select(i => digits.Substring(4 * i, 4)));
    }
}
