using Overflight.Geodesy;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Tests.Diagnosis;

/// <summary>Defects put into a recorded flight are found by name, with their size, and put right; the flight as it is has none of them.</summary>
[Trait("Category", "Recorded")]
public sealed class DefectTests
{
    private static readonly string[] s_asRecorded = ["ground-speed-wrong", "minimum-set", "target-width-wrong"];

    [Fact]
    public void Angles_of_the_earth_are_found_and_put_right()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) => Turn(p, 0));
        var finding = Found(spoilt, "angles-earth-referenced");

        Assert.Equal(711, finding.Count);
        Assert.True(finding.EffectSize > 1_000);
        LooksAsBefore(spoilt);
    }

    [Fact]
    public void Grid_north_is_found_and_put_right()
    {
        // All moved east, away from the grid's meridian: on the ellipsoid nothing else changes.
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) =>
        {
            p.SensorLongitude += 2.5;
            p.FrameCenterLongitude += 2.5;
            Turn(p, 0);
            p.SensorRelativeAzimuthAngle = (p.SensorRelativeAzimuthAngle - Utm.From(new GeoPoint(p.SensorLatitude!.Value, p.SensorLongitude!.Value)).ConvergenceDegrees + 360) % 360;
        });

        Assert.Equal(1.73, Found(spoilt, "azimuth-grid-north").EffectSize, 0.02);
        LooksAsBefore(spoilt);
    }

    [Theory]
    [InlineData(8.5)]
    [InlineData(-23)]
    public void A_turret_that_is_not_aligned_is_found_and_put_right(double degrees)
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) => Turn(p, degrees));
        var finding = Found(spoilt, "azimuth-offset");

        Assert.Equal(Math.Abs(degrees), finding.EffectSize, 0.2);
        LooksAsBefore(spoilt);
    }

    [Fact]
    public void Corners_in_another_order_are_found()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) =>
        {
            var corners = new[] { (p.OffsetCornerLatitudePoint1, p.OffsetCornerLongitudePoint1), (p.OffsetCornerLatitudePoint2, p.OffsetCornerLongitudePoint2), (p.OffsetCornerLatitudePoint3, p.OffsetCornerLongitudePoint3), (p.OffsetCornerLatitudePoint4, p.OffsetCornerLongitudePoint4) };
            (p.OffsetCornerLatitudePoint1, p.OffsetCornerLongitudePoint1) = corners[3];
            (p.OffsetCornerLatitudePoint2, p.OffsetCornerLongitudePoint2) = corners[2];
            (p.OffsetCornerLatitudePoint3, p.OffsetCornerLongitudePoint3) = corners[1];
            (p.OffsetCornerLatitudePoint4, p.OffsetCornerLongitudePoint4) = corners[0];
        });
        Assert.Contains("mirrored", Found(spoilt, "corner-order").Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensor_below_the_ground_is_found() =>
        Assert.Equal(711, Found(Diagnosed.Spoilt("Truck.klv", (p, _) => p.SensorTrueAltitude = 300), "sensor-below-ground").Count);

    [Fact]
    public void A_centre_at_an_impossible_altitude_is_found_and_put_right()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) => p.FrameCenterElevation = 0);

        Assert.Equal(1_870, Found(spoilt, "altitude-impossible").EffectSize, 60.0);
        LooksAsBefore(spoilt);
    }

    [Fact]
    public void Wrong_checksums_are_found_with_the_rule_that_explains_them()
    {
        var packets = Diagnosed.Packets("Truck.klv");
        foreach (var packet in packets)
        {
            var sum = RunningChecksum.Of(packet.AsSpan(16, packet.Length - 18));
            (packet[^2], packet[^1]) = ((byte)(sum >> 8), (byte)sum);
        }
        byte[] spoilt = [.. packets.SelectMany(p => p)];

        Assert.Contains("from behind the key", Found(spoilt, "wrong-checksum").Evidence, StringComparison.Ordinal);
        LooksAsBefore(spoilt);
    }

    [Fact]
    public void A_damaged_packet_is_found_and_not_made_to_look_sound()
    {
        var packets = Diagnosed.Packets("Truck.klv");
        packets[5][60] ^= 0x10;
        byte[] spoilt = [.. packets.SelectMany(p => p)];
        var finding = Found(spoilt, "wrong-checksum");

        Assert.Equal((1, 711), (finding.Count, finding.Of));
        Assert.False(finding.CanRepair);
        Assert.Contains("wrong-checksum", Diagnosed.Ids(Diagnosed.Of(Diagnosed.Repaired(spoilt).Bytes)));
    }

    [Fact]
    public void Missing_checksums_and_versions_are_found()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, i) =>
        {
            p.Set.Remove(65);
            if (i % 2 == 0)
                p.Set.Remove(1);
        });
        Assert.Equal(711, Found(spoilt, "version-missing").Count);
        Assert.Equal(356, Found(spoilt, "checksum-missing").Count);
        Assert.DoesNotContain("checksum-missing", Diagnosed.Ids(Diagnosed.Of(Diagnosed.Repaired(spoilt).Bytes)));
    }

    [Fact]
    public void Security_items_may_come_in_turns()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, i) => p.Set.SetNode(48, KlvNode.Of(48, i % 2 == 0
            ? [KlvNode.Of(1, 1), KlvNode.Of(2, 2), KlvNode.Of(3, "//CAN")]
            : [KlvNode.Of(12, 2), KlvNode.Of(13, "CAN"), KlvNode.Of(22, 12)])));
        var finding = Found(spoilt, "minimum-set");

        Assert.Equal(3, finding.Count);
        Assert.DoesNotContain("48.", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_stands_still_is_found()
    {
        var start = 0UL;
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, i) =>
        {
            if (i == 100)
                start = p.PrecisionTimeStamp!.Value;
            if (i is > 100 and < 120)
                p.PrecisionTimeStamp = start;
        });
        var finding = Found(spoilt, "time-frozen");

        Assert.Equal(20, finding.Count);
        Assert.Contains("20 packets in a row", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_goes_back_is_found() =>
        Assert.Equal(3_600, Found(Diagnosed.Spoilt("Truck.klv", (p, i) => p.PrecisionTimeStamp -= i < 300 ? 0UL : 3_600_000_000), "time-backwards").EffectSize, 1.0);

    [Fact]
    public void A_time_in_milliseconds_is_found() =>
        Assert.Contains("milliseconds", Found(Diagnosed.Spoilt("Truck.klv", (p, _) => p.PrecisionTimeStamp /= 1_000), "time-implausible").Evidence, StringComparison.Ordinal);

    [Fact]
    public void Packets_without_a_time_are_found() => Assert.Equal(711, Found(Diagnosed.Spoilt("Truck.klv", (p, _) => p.Set.Remove(2)), "time-missing").Count);

    [Fact]
    public void Wrong_lengths_are_found_and_put_right()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) =>
        {
            p.Set.TryGet(15, out var altitude);
            p.Set.SetBytes(15, [0, 0, .. altitude.Raw.Span]);
        });
        Assert.Equal(15UL, Found(spoilt, "wrong-length").Tag);
        LooksAsBefore(spoilt);
    }

    [Fact]
    public void Junk_and_private_items_are_told()
    {
        var spoilt = Diagnosed.Spoilt("Truck.klv", (p, _) => p.Set.SetBytes(200, [1, 2, 3]));
        Assert.Equal(711, Found(spoilt, "unknown-tag").Count);
        Assert.Equal(FindingGrade.Error, Found([.. spoilt, 1, 2, 3, 4], "junk").Grade);
    }

    [Fact]
    public void Clocks_that_run_together_are_not_told_and_those_apart_are()
    {
        var packets = Timed();
        Assert.DoesNotContain("clocks-apart", Diagnosed.Ids(Diagnosed.Of(Diagnosed.Carried(packets, KlvCarriage.Synchronous, Stamp(0)))));
        Assert.Equal(-2.5, Found(Diagnosed.Carried(packets, KlvCarriage.Synchronous, Stamp(2_500_000)), "clocks-apart").EffectSize, 0.001);
        // Without times of their own, packets belong to the pictures beside them.
        Assert.Equal(-2.5, Found(Diagnosed.Carried(packets, KlvCarriage.Asynchronous, Stamp(2_500_000)), "clocks-apart").EffectSize, 0.1);
    }

    [Fact]
    public void Clocks_that_come_apart_late_in_a_long_stream_are_told()
    {
        const int Count = 51_000;
        var packet = new St0601Packet { SensorLatitude = 20 };
        var packets = new List<byte[]>(Count);
        for (var i = 0; i < Count; i++)
        {
            packet.PrecisionTimeStamp = Time(i) + (i < 21_000 ? 0UL : 5_000_000);
            packets.Add(packet.Encode());
        }
        var finding = Found(Diagnosed.Carried(packets, KlvCarriage.Synchronous, Stamp(0)), "clocks-apart");

        Assert.Equal(5, finding.EffectSize, 0.001);
        Assert.Equal(Count, finding.Of);
    }

    [Fact]
    public void Pictures_in_the_wrong_unit_are_found_and_put_right()
    {
        var stream = Diagnosed.Carried(Timed(), KlvCarriage.Synchronous, i => Stamp(0)(i) is { } s ? s with { Count = 1_000 * s.Count } : null);
        Assert.Equal(120, Found(stream, "stamp-unit").Count);
        Assert.DoesNotContain("stamp-rate", Diagnosed.Ids(Diagnosed.Of(stream)));
        Assert.DoesNotContain(Diagnosed.Ids(Diagnosed.Of(Diagnosed.Repaired(stream).Bytes)), id => id.StartsWith("stamp", StringComparison.Ordinal) || id == "clocks-apart");
    }

    [Fact]
    public void Jumps_against_presentation_times_are_found()
    {
        var packets = Timed((i, time) => i < 60 ? time : time + 7_000_000);
        Assert.Equal(7, Found(Diagnosed.Carried(packets, KlvCarriage.Synchronous, _ => null), "time-jump").EffectSize, 0.001);
    }

    [Fact]
    public void A_clock_at_another_pace_is_found()
    {
        var packets = Timed((i, time) => time + 60UL * (ulong)i, 400);
        Assert.Equal(0.024, Found(Diagnosed.Carried(packets, KlvCarriage.Synchronous, _ => null), "clock-rate").EffectSize, 0.001);
    }

    [Fact]
    public void A_lost_packet_of_the_stream_is_found()
    {
        var stream = Diagnosed.Carried(Timed(), KlvCarriage.Synchronous, _ => null);
        byte[] holed = [.. stream[..(188 * 100)], .. stream[(188 * 101)..]];
        Assert.Equal(1, Found(holed, "ts-continuity").Count);
    }

    [Fact]
    public void Fuzzed_streams_are_diagnosed_and_repaired_without_a_crash()
    {
        var random = new Random(3);
        var stream = Diagnosed.Carried(Timed(null, 20), KlvCarriage.Synchronous, Stamp(0));
        byte[] bare = [.. Diagnosed.Packets("DayFlight.klv").SelectMany(p => p)];
        for (var i = 0; i < 200; i++)
        {
            var spoilt = (byte[])(i % 2 == 0 ? stream : bare).Clone();
            for (var flips = random.Next(1, 30); flips > 0; flips--)
                spoilt[random.Next(i % 2 == 0 ? 0 : 16, spoilt.Length)] = (byte)random.Next(256);
            var (copy, _) = Diagnosed.Repaired(spoilt);
            Assert.NotNull(Diagnosed.Of(copy));
        }
    }

    private static Finding Found(byte[] bytes, string id)
    {
        var diagnosis = Diagnosed.Of(bytes);
        return Diagnosed.Find(diagnosis, id) ?? throw new Xunit.Sdk.XunitException($"no {id} among {string.Join(", ", Diagnosed.Ids(diagnosis))}");
    }

    /// <summary>The line of sight as bearing and elevation, turned by an angle; by another angle than 0 it is counted from the platform again.</summary>
    private static void Turn(St0601Packet packet, double degrees)
    {
        var pose = PoseReader.Of(packet);
        if (degrees != 0)
        {
            packet.SensorRelativeAzimuthAngle = (pose.AzimuthDegrees - degrees + 360) % 360;
            return;
        }
        var (azimuth, elevation) = CameraReader.Read(pose, PoseReading.Standard)!.Value.Axis;
        packet.SensorRelativeAzimuthAngle = azimuth;
        packet.SensorRelativeElevationAngle = elevation;
    }

    private static void LooksAsBefore(byte[] spoilt)
    {
        var diagnosis = Diagnosed.Of(Diagnosed.Repaired(spoilt).Bytes);
        Assert.Empty(Diagnosed.Ids(diagnosis).Except(s_asRecorded));
        Assert.True(diagnosis.Fit.MedianMetres < 6, $"{diagnosis.Fit.MedianMetres} m");
    }

    private static List<byte[]> Timed(Func<int, ulong, ulong>? time = null, int count = 120)
    {
        var packets = Diagnosed.Packets("Truck.klv").Take(count).ToList();
        for (var i = 0; i < packets.Count; i++)
        {
            var packet = new St0601Packet();
            Assert.True(packet.Read(packets[i]));
            var even = Time(i);
            packet.PrecisionTimeStamp = time?.Invoke(i, even) ?? even;
            packets[i] = packet.Encode();
        }
        return packets;
    }

    private static Func<int, MispTimeStamp?> Stamp(long offsetMicroseconds) => i => new MispTimeStamp((ulong)((long)Time(i) + offsetMicroseconds), MispTimeUnit.Microseconds, 0x1F, 0);

    private static ulong Time(int number) => 1_348_087_826_000_000UL + (ulong)Math.Round(number * 1e6 / 30);
}
