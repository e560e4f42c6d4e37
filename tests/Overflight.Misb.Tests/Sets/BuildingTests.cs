using System.Reflection;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Packets built of what people write down.</summary>
public sealed class BuildingTests
{
    private static St0601Packet Built(params (string Name, string Value)[] items)
    {
        var builder = new PacketBuilder();
        foreach (var (name, value) in items)
            builder.Set(ItemNames.Find(name) ?? throw new ArgumentException(name), value);
        var packet = new St0601Packet();
        Assert.True(packet.Read(builder.Build()));
        return packet;
    }

    [Fact]
    public void The_time_comes_first_the_checksum_last_and_versions_are_put_in()
    {
        var packet = Built(("Sensor Latitude", "12.5"), ("Security Classification", "secret"), ("time", "2024-05-01T12:00:00.5Z"), ("48.3", "//USA"));

        Assert.Equal(ChecksumState.Valid, packet.Checksum);
        Assert.Equal((2ul, 1ul), (packet.Set[0].Tag, packet.Set[packet.Set.Count - 1].Tag));
        Assert.Equal(1_714_564_800_500_000ul, packet.PrecisionTimeStamp);
        Assert.Equal(17ul, packet.VersionNumber);
        Assert.True(packet.Set.TryGet(48, out var security));
        Assert.Equal([(1ul, "SECRET"), (3ul, "//USA"), (22ul, null)], security.ToNode().Children.Select(c => (c.Tag, c.Text)));
        Assert.Empty(packet.Set.Problems);
        // What is given stays as it is given.
        Assert.Equal(8ul, Built(("65", "8")).VersionNumber);
    }

    [Fact]
    public void Every_item_is_found_by_tag_name_and_property()
    {
        foreach (var item in St0601Set.Definition.Items)
            foreach (var name in new[] { $"{item.Tag}", item.Name, item.Name.ToUpperInvariant(), item.Name.Replace(" ", "", StringComparison.Ordinal), item.Name.Replace(' ', '_'), item.Unit is null ? item.Name : $"{item.Name} ({item.Unit})" })
                Assert.Equal(item.Tag, ItemNames.Find(name)?.Tag);
        foreach (var property in typeof(St0601Packet).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.PropertyType != typeof(DateTimeOffset?)))
        {
            var packet = new St0601Packet();
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object value = type == typeof(double) ? (property.Name.StartsWith("OffsetCorner", StringComparison.Ordinal) ? 0.05 : 2.0) : type == typeof(string) ? "x" : type == typeof(ulong) ? 1ul : type == typeof(long) ? 1L : default(Overflight.Misb.Sets.St1204.MiisIdentifier) with { Version = 1 };
            property.SetValue(packet, value);
            Assert.Equal(packet.Set[0].Tag, ItemNames.Find(property.Name)?.Tag);
        }
        foreach (var name in new[] { "", "0", "144", "13.1", "48.99", "Latitude", "Sensor Latitude (m)", "48.1.1" })
            Assert.Null(ItemNames.Find(name));
        Assert.Equal("48.5", ItemNames.Find("Security Caveats")?.ToString());
    }

    [Theory]
    [InlineData("13", "90.1", "-90 to 90")]
    [InlineData("13", "NaN", "-90 to 90")]
    [InlineData("13", "12,5", "-90 to 90")]
    [InlineData("5", "out-of-range", "0 to 360")]
    [InlineData("34", "maybe", "unsigned integer")]
    [InlineData("65", "256", "at most 1 bytes")]
    [InlineData("47", "laser range on | x", "flags of")]
    [InlineData("1", "5", "worked out")]
    [InlineData("130", "home", "0x")]
    [InlineData("130", "0x1", "hexadecimal")]
    [InlineData("48.10", "tomorrow it is", "at most 8 bytes")]
    public void What_an_item_cannot_hold_is_refused_with_what_it_can(string tag, string value, string reason) =>
        Assert.Contains(reason, Assert.Throws<KlvRangeException>(() => Built((tag, value))).Message);

    [Fact]
    public void Values_are_written_as_people_write_them()
    {
        var packet = Built(("6", "out-of-range"), ("34", "Icing Detected"), ("47", "laser range on | slant range measured"), ("39", "-12"), ("72", "2024-05-01T14:00:00+02:00"), ("94", "0170:F592-F023-7336-4AF8-AA91-62C0-0F2E-B2DA/16B7-4341-0008-41A0-BE36-5B5A-B96A-3645:D3"), ("130", "0x0102"), ("110", "60.0"));

        Assert.True(packet.Set.TryGet(6, out var pitch));
        Assert.Equal(ValueKind.Special, pitch.Kind);
        Assert.Equal(2ul, packet.IcingDetected);
        Assert.Equal(0b10001ul, packet.GenericFlagData);
        Assert.True(packet.Set.TryGet(39, out var air));
        Assert.Equal(-12, air.SignedInteger);
        Assert.Equal(1_714_564_800_000_000ul, packet.EventStartTime);
        Assert.NotNull(packet.MiisCoreIdentifier);
        Assert.True(packet.Set.TryGet(130, out var places));
        Assert.Equal([1, 2], places.Raw.ToArray());
        Assert.Equal(60ul, packet.TimeAirborne);
        Assert.Throws<KlvRangeException>(() => Built(("48.1", "SECRET"), ("48", "0x010101")));
        // A time without an offset is none.
        Assert.False(ItemText.TryTime("2024-05-01T12:00:00", out _));
        Assert.False(ItemText.TryTime("1969-01-01T00:00:00Z", out _));
    }
}
