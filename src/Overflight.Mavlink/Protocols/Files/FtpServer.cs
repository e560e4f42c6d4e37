using System.Buffers.Binary;
using System.Text;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Files;

/// <summary>Lets files be listed and read (MAVLink guide, "MAVLink FTP"). Nothing can be written; what asks for it is refused as unknown.</summary>
/// <remarks>One session; a request that is repeated gets the answer that it got before.</remarks>
public sealed class FtpServer : IDisposable
{
    private readonly MavlinkNode _node;
    private readonly Func<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> _files;
    private readonly IDisposable _subscription;
    private ReadOnlyMemory<byte>? _open;
    private (byte System, byte Component, ushort Sequence, FtpMessage Answer)? _last;

    /// <summary>Begins to serve.</summary>
    /// <param name="node">Who serves.</param>
    /// <param name="files">The files there are: absolute paths, parts divided by "/", and contents.</param>
    public FtpServer(MavlinkNode node, Func<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> files)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        _files = files;
        _subscription = node.On<FileTransferProtocol>(Take);
    }

    /// <summary>Serves no longer.</summary>
    public void Dispose() => _subscription.Dispose();

    private void Take(MavlinkFrame frame, FileTransferProtocol m)
    {
        if (FtpMessage.Read(m.Payload) is not { Code: not (FtpCode.Acknowledge or FtpCode.Refuse) } request)
            return;
        if (_last is not { } last || (last.System, last.Component, last.Sequence) != (frame.SystemId, frame.ComponentId, request.Sequence) || last.Answer.Request != request.Code)
            _last = last = (frame.SystemId, frame.ComponentId, request.Sequence, Answer(request));
        _node.Send(new FileTransferProtocol { TargetSystem = frame.SystemId, TargetComponent = frame.ComponentId, Payload = last.Answer.Write() });
    }

    private FtpMessage Answer(FtpMessage request)
    {
        switch (request.Code)
        {
            case FtpCode.None:
                return Acknowledge(request, []);
            case FtpCode.TerminateSession or FtpCode.ResetSessions:
                _open = null;
                return Acknowledge(request, []);
            case FtpCode.ListDirectory:
                return List(request);
            case FtpCode.OpenFileReadOnly when _open is not null:
                return Refuse(request, FtpError.NoSessionsAvailable);
            case FtpCode.OpenFileReadOnly:
                if (!_files().TryGetValue(PathOf(request), out var file))
                    return Refuse(request, FtpError.FileNotFound);
                _open = file;
                var size = new byte[4];
                BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)file.Length);
                return Acknowledge(request, size);
            case FtpCode.ReadFile when _open is not { } opened || request.Session != 0:
                return Refuse(request, FtpError.InvalidSession);
            case FtpCode.ReadFile when request.Offset >= _open.Value.Length:
                return Refuse(request, FtpError.EndOfFile);
            case FtpCode.ReadFile:
                var rest = _open.Value.Span[(int)request.Offset..];
                return Acknowledge(request, rest[..Math.Min(rest.Length, Math.Min((int)request.Size, FtpMessage.MostData))].ToArray());
            default:
                return Refuse(request, FtpError.UnknownCommand);
        }
    }

    private FtpMessage List(FtpMessage request)
    {
        var folder = PathOf(request).TrimEnd('/') + "/";
        var entries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, content) in _files())
        {
            if (!path.StartsWith(folder, StringComparison.Ordinal))
                continue;
            var name = path[folder.Length..];
            entries.Add(name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? $"D{name[..end]}" : $"F{name}\t{content.Length}");
        }
        if (entries.Count == 0 && folder != "/")
            return Refuse(request, FtpError.FileNotFound);
        if (request.Offset >= entries.Count)
            return Refuse(request, FtpError.EndOfFile);
        var data = new List<byte>();
        foreach (var entry in entries.Skip((int)request.Offset))
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(entry), 0];
            if (data.Count + bytes.Length > FtpMessage.MostData)
                break;
            data.AddRange(bytes);
        }
        return data.Count == 0 ? Refuse(request, FtpError.Fail) : Acknowledge(request, [.. data]);
    }

    private static string PathOf(FtpMessage request)
    {
        var path = Encoding.UTF8.GetString(request.Data).TrimEnd('\0');
        return path.StartsWith('/') ? path : "/" + path;
    }

    private static FtpMessage Acknowledge(FtpMessage r, byte[] data) => new((ushort)(r.Sequence + 1), 0, FtpCode.Acknowledge, (byte)data.Length, r.Code, r.Offset, data);

    private static FtpMessage Refuse(FtpMessage r, FtpError error) => new((ushort)(r.Sequence + 1), 0, FtpCode.Refuse, 1, r.Code, r.Offset, [(byte)error]);
}
