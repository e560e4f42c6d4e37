using Overflight.Geodesy;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>Puts packets right by what was found. Items that no finding names stay byte for byte as they were.</summary>
internal sealed class PacketRepair(StreamDiagnosis diagnosis, RepairCounts counts)
{
    private readonly HashSet<string> _wanted = [.. diagnosis.Findings.Where(f => f.CanRepair).Select(f => f.Id)];
    private readonly HashSet<ulong> _padded = [.. diagnosis.Findings.Where(f => f.CanRepair && f.Id == "wrong-length").Select(f => f.Tag!.Value)];
    private readonly PoseReading _reading = diagnosis.Fit.Reading;
    private readonly VmtiRepair _vmti = new(counts);
    private readonly St0601Packet _packet = new();

    /// <summary>The packet put right; its own bytes where nothing is wrong with it.</summary>
    public ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> packet)
    {
        if (_wanted.Count == 0)
            return packet;
        if (_packet.Read(packet))
            return Local(packet);
        return UniversalKey.Read(packet.Span).Names(Eg0104Set.Definition.Key) ? Universal(packet) : packet;
    }

    private ReadOnlyMemory<byte> Local(ReadOnlyMemory<byte> packet)
    {
        Lengths();
        var pose = PoseReader.Of(_packet);
        var camera = CameraReader.Read(pose, _reading);
        Heights(pose, camera);
        Ranges(pose);
        if (_wanted.Contains("vmti-version-missing") || _wanted.Contains("target-heights-sea-level"))
            _vmti.Repair(_packet.Set, pose, _wanted.Contains("vmti-version-missing"), _wanted.Contains("target-heights-sea-level"));
        Angles(pose, camera);
        return Checksum(packet);
    }

    private void Lengths()
    {
        foreach (var tag in _padded)
            if (_packet.Set.TryGet(tag, out var item) && item.Definition is { Length: > 0 and var length } && item.Place.Length > length
                && !item.Raw.Span[..^length].ContainsAnyExcept((byte)0))
            {
                _packet.Set.SetBytes(tag, item.Raw.Span[^length..].ToArray());
                counts.Done("wrong-length");
            }
    }

    private void Heights(StatedPose pose, CameraView? camera)
    {
        if (!_wanted.Contains("altitude-impossible") || !(pose.SlantRangeMetres > 0) || camera is not { } view)
            return;
        var (place, height) = view.At(view.Ray(0, 0), pose.SlantRangeMetres);
        Set("altitude-impossible", 25, height - SeaLevel.At(place));
    }

    private void Ranges(StatedPose pose)
    {
        if (_wanted.Contains("ground-range-wrong") && pose.Centre.IsValid && pose.Sensor.IsValid && _packet.Set.TryGet(57, out _))
            Set("ground-range-wrong", 57, Geodesic.DistanceMetres(pose.Sensor, pose.Centre));
        if (_wanted.Contains("target-width-wrong") && pose.WidthAtSlantRangeMetres is > 0 and var width)
            Set("target-width-wrong", _packet.Set.TryGet(96, out _) ? 96UL : 22, width);
    }

    // The line of sight stays; what it is counted from becomes what ST 0601 says.
    private void Angles(StatedPose pose, CameraView? camera)
    {
        var id = _wanted.Contains("angles-earth-referenced") ? "angles-earth-referenced" : _wanted.Contains("azimuth-grid-north") ? "azimuth-grid-north"
            : _wanted.Contains("azimuth-offset") ? "azimuth-offset" : null;
        if (id is null || camera is not { } view)
            return;
        if (!pose.HasAttitude)
        {
            counts.Left(id, "the platform's attitude is not stated");
            return;
        }
        var platform = Rotation.Of(pose.HeadingDegrees + _reading.HeadingOffsetDegrees, pose.PitchDegrees, pose.RollDegrees);
        var (azimuth, elevation, roll) = new Aim(view.Attitude, 0).On(platform);
        if (Set(id, 18, azimuth, isCounted: false) && Set(id, 19, elevation, isCounted: false) && Set(id, 20, roll, isCounted: false))
            counts.Done(id);
    }

    private bool Set(string id, ulong tag, double value, bool isCounted = true)
    {
        try
        {
            _packet.Set.SetNumber(tag, value);
            if (isCounted)
                counts.Done(id);
            return true;
        }
        catch (KlvRangeException error)
        {
            counts.Left(id, error.Message);
            return false;
        }
    }

    private ReadOnlyMemory<byte> Checksum(ReadOnlyMemory<byte> packet)
    {
        if (_packet.Checksum == ChecksumState.Absent && _wanted.Contains("checksum-missing"))
        {
            _packet.Set.SetBytes(1, [0, 0]);
            counts.Done("checksum-missing");
        }
        else if (_packet.Checksum == ChecksumState.Invalid && _wanted.Contains("wrong-checksum"))
        {
            // Another value makes the packet a changed one, whose checksum is made anew.
            _packet.Set.SetBytes(1, [0xFF, 0xFF]);
            _packet.Set.SetBytes(1, [0, 0]);
            counts.Done("wrong-checksum");
        }
        else if (_packet.Checksum == ChecksumState.Invalid)
        {
            // A right checksum would make damage look sound: what was damaged stays as it came.
            return packet;
        }
        return _packet.Encode();
    }

    private ReadOnlyMemory<byte> Universal(ReadOnlyMemory<byte> packet)
    {
        var id = _wanted.Contains("azimuth-grid-north") ? "azimuth-grid-north" : _wanted.Contains("angles-platform-relative") ? "angles-platform-relative"
            : _wanted.Contains("azimuth-offset") ? "azimuth-offset" : null;
        if (id is null)
            return packet;
        var nodes = UniversalSet.Read(Eg0104Set.Definition, KlvPacket.ValueOf(packet));
        var pose = PoseReader.Of(nodes);
        if (CameraReader.Read(pose, _reading) is not { } camera)
            return packet;
        var copy = packet.ToArray();
        var (azimuth, elevation) = camera.Axis;
        foreach (var (tag, value) in (ReadOnlySpan<(ulong, double)>)[(18, azimuth), (19, elevation)])
            if (nodes.FirstOrDefault(n => n.Tag == tag) is not { } item || !ItemBytes.TryOverwrite(packet, copy, item, value))
            {
                counts.Left(id, "an angle is no IEEE number of 4 or 8 bytes");
                return packet;
            }
        counts.Done(id);
        return copy;
    }
}
