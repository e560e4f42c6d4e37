using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>The programmes of a stream: follows the association table and each programme's map, and keeps the readers of PIDs to them.</summary>
internal sealed class ProgramDirectory
{
    private const byte AssociationTable = 0x00;
    private const byte MapTable = 0x02;
    private readonly TsSink _sink;
    private readonly TsOptions _options;
    private readonly FaultReporter _faults;
    private readonly PidTable _pids;
    private readonly TableAssembler _association = new();
    private readonly Dictionary<int, Entry> _entries = [];

    public ProgramDirectory(TsSink sink, TsOptions options, FaultReporter faults, PidTable pids)
    {
        (_sink, _options, _faults, _pids) = (sink, options, faults, pids);
        pids.Put(new SectionReader(TsPid.ProgramAssociation, faults, OnSection));
    }

    /// <summary>The id of the transport stream (transport_stream_id); 0 before an association table came.</summary>
    public int TransportStreamId { get; private set; }

    private void OnSection(SectionReader reader, in Section section)
    {
        // A table with the indicator at 0 is not in force yet (2.4.4.5).
        if (!section.IsCurrent)
            return;
        if (section.TableId == AssociationTable && reader.Pid == TsPid.ProgramAssociation)
            OnAssociation(section);
        else if (section.TableId == MapTable && reader.Pid != TsPid.ProgramAssociation)
            OnMap(section, reader.Pid);
    }

    private void OnAssociation(in Section section)
    {
        if (_association.Add(section))
            Follow(section.Extension, section.Offset);
    }

    private void Follow(int transportStreamId, long offset)
    {
        TransportStreamId = transportStreamId;
        var listed = new HashSet<int>();
        foreach (var content in _association.Contents)
            for (var at = 0; at + 4 <= content.Length; at += 4)
            {
                var number = BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at));
                // Number 0 names the PID of the network information table.
                if (number != 0 && listed.Add(number))
                    List(number, BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2)) & TsPid.Null, offset);
            }
        foreach (var gone in _entries.Keys.Where(n => !listed.Contains(n)).ToArray())
        {
            Remove(_entries[gone]);
            _entries.Remove(gone);
        }
    }

    private void List(int number, int mapPid, long offset)
    {
        if (_entries.TryGetValue(number, out var entry) && entry.MapPid == mapPid)
            return;
        if (mapPid is TsPid.ProgramAssociation or TsPid.Null)
        {
            _faults.Report(TsFaultKind.SectionMalformed, offset, TsPid.ProgramAssociation, "a programme map has a reserved PID");
            return;
        }
        if (entry is null && _entries.Count >= _options.MostPrograms)
        {
            _faults.Report(TsFaultKind.LimitReached, offset, TsPid.ProgramAssociation, "there are more programmes than are followed");
            return;
        }
        if (entry is not null)
            Remove(entry);
        _entries[number] = new Entry(mapPid);
        if (!_pids.Holds<SectionReader>(mapPid))
            _pids.Put(new SectionReader(mapPid, _faults, OnSection));
    }

    private void Remove(Entry entry)
    {
        if (entry.Declared is not { } program)
            return;
        entry.Declared = null;
        Replace(program, null);
        _sink.OnProgramRemoved(program);
    }

    private void Replace(TsProgram? before, TsProgram? now)
    {
        _pids.Replace(before, now);
        // What it gave up may be declared by another programme too.
        if (before is not null)
            foreach (var entry in _entries.Values)
                if (entry.Declared is { } other && other != before)
                    _pids.Replace(other, other);
    }

    private void OnMap(in Section section, int mapPid)
    {
        if (!_entries.TryGetValue(section.Extension, out var entry) || entry.MapPid != mapPid)
        {
            _faults.Report(TsFaultKind.SectionMalformed, section.Offset, mapPid, "the association table does not list the programme of this map");
            return;
        }
        if (!entry.Table.Add(section))
            return;
        var program = ProgramMap.Read(entry.Table, section.Extension, mapPid, section.Offset, _faults);
        Replace(entry.Declared, program);
        entry.Declared = program;
        _sink.OnProgram(program);
    }

    private sealed class Entry(int mapPid)
    {
        public int MapPid { get; } = mapPid;

        public TableAssembler Table { get; } = new();

        public TsProgram? Declared { get; set; }
    }
}
