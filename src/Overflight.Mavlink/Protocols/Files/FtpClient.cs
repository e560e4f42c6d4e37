using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Files;

/// <summary>Lists and reads the files of a component (MAVLink guide, "MAVLink FTP").</summary>
/// <param name="node">Who asks.</param>
/// <param name="system">Whose files.</param>
/// <param name="component">Whose files.</param>
/// <param name="patience">How long to wait for each answer, and how often to ask again.</param>
/// <param name="mostBytes">The longest file that is read; a longer one is refused.</param>
public sealed class FtpClient(MavlinkNode node, byte system, byte component = 1, Patience? patience = null, int mostBytes = 1 << 28)
{
    private readonly Patience _patience = patience ?? Patience.Standard;
    private ushort _sequence;

    /// <summary>Lists a folder.</summary>
    /// <exception cref="MavlinkException">There is none, or no answer came.</exception>
    public async Task<IReadOnlyList<FtpEntry>> ListAsync(string path, CancellationToken cancellation = default)
    {
        var entries = new List<FtpEntry>();
        while (true)
        {
            var answer = await AskAsync(FtpCode.ListDirectory, 0, (uint)entries.Count, Encoding.UTF8.GetBytes(path), null, cancellation).ConfigureAwait(false);
            if (ErrorOf(answer) is { } error)
                return error == FtpError.EndOfFile ? entries : throw Refused(path, error);
            var before = entries.Count;
            foreach (var entry in Encoding.UTF8.GetString(answer.Data).Split('\0', StringSplitOptions.RemoveEmptyEntries))
                entries.Add(Parse(entry));
            if (entries.Count == before)
                return entries;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="MavlinkException">There is none, it is too long, or no answer came.</exception>
    public async Task<byte[]> ReadAsync(string path, CancellationToken cancellation = default)
    {
        // A session that somebody left open is closed first: there may be only one.
        await AskAsync(FtpCode.ResetSessions, 0, 0, [], null, cancellation).ConfigureAwait(false);
        var opened = await AskAsync(FtpCode.OpenFileReadOnly, 0, 0, Encoding.UTF8.GetBytes(path), null, cancellation).ConfigureAwait(false);
        if (ErrorOf(opened) is { } refusal)
            throw Refused(path, refusal);
        if (opened.Data.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(opened.Data) is var size && size > mostBytes)
            throw new MavlinkException($"{path}: {system}/{component} tells no size that can be read");
        var content = new List<byte>();
        while (content.Count < mostBytes)
        {
            var part = await AskAsync(FtpCode.ReadFile, opened.Session, (uint)content.Count, [], FtpMessage.MostData, cancellation).ConfigureAwait(false);
            if (ErrorOf(part) is { } error)
            {
                if (error != FtpError.EndOfFile)
                    throw Refused(path, error);
                break;
            }
            if (part.Data.Length == 0)
                break;
            content.AddRange(part.Data);
        }
        await AskAsync(FtpCode.TerminateSession, opened.Session, 0, [], null, cancellation).ConfigureAwait(false);
        return [.. content];
    }

    private async Task<FtpMessage> AskAsync(FtpCode code, byte session, uint offset, byte[] data, byte? wanted, CancellationToken cancellation)
    {
        if (data.Length > FtpMessage.MostData)
            throw new MavlinkException("the path is too long");
        var sequence = _sequence;
        _sequence += 2;
        var payload = new FtpMessage(sequence, session, code, wanted ?? (byte)data.Length, FtpCode.None, offset, data).Write();
        using var replies = new Replies<FtpMessage?>(node.Time).From<FileTransferProtocol>(node, system, component, m => FtpMessage.Read(m.Payload));
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            node.Send(new FileTransferProtocol { TargetSystem = system, TargetComponent = component, Payload = payload });
            while (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var answer))
            {
                if (answer is { Code: FtpCode.Acknowledge or FtpCode.Refuse } && answer.Request == code && answer.Sequence == (ushort)(sequence + 1))
                    return answer;
            }
        }
        throw new MavlinkException($"{system}/{component} did not answer {code}");
    }

    private MavlinkException Refused(string path, FtpError error) => new($"{path}: {system}/{component} refuses: {error}");

    private static FtpError? ErrorOf(FtpMessage answer) =>
        answer.Code != FtpCode.Refuse ? null : answer.Data.Length > 0 ? (FtpError)answer.Data[0] : FtpError.Fail;

    private static FtpEntry Parse(string entry)
    {
        var tab = entry.IndexOf('\t', StringComparison.Ordinal);
        return entry[0] == 'F' && tab > 0 && long.TryParse(entry.AsSpan(tab + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new(entry[1..tab], size) : new(entry[1..], entry[0] == 'F' ? 0 : null);
    }
}
