using System.Collections.Concurrent;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Commands;

/// <summary>Sends commands and waits for their answers (MAVLink guide, "Command Protocol").</summary>
/// <remarks>An answer names its command only: two of one kind to one component wait for each other.</remarks>
/// <param name="node">Who asks.</param>
/// <param name="patience">How long to wait, and how often to ask again.</param>
public sealed class CommandClient(MavlinkNode node, Patience? patience = null)
{
    private readonly Patience _patience = patience ?? Patience.Standard;
    private readonly ConcurrentDictionary<(byte, byte, MavCmd), SemaphoreSlim> _turns = [];

    /// <summary>How long a command may say that it is in progress, and be silent again, before it is given up.</summary>
    public TimeSpan ProgressPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends a command with seven floats.</summary>
    /// <param name="command">The command; its sequence of confirmations is counted here.</param>
    /// <param name="progress">Is told the percentage while it is in progress.</param>
    /// <param name="cancellation">Ends the waiting, and calls the command off.</param>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> SendAsync(CommandLong command, IProgress<byte>? progress = null, CancellationToken cancellation = default) =>
        AskAsync(command.TargetSystem, command.TargetComponent, command.Command, attempt =>
        {
            command.Confirmation = (byte)attempt;
            node.Send(command);
        }, progress, cancellation);

    /// <summary>Sends a command with a place.</summary>
    /// <exception cref="MavlinkException">No answer came.</exception>
    public Task<CommandReply> SendAsync(CommandInt command, IProgress<byte>? progress = null, CancellationToken cancellation = default) =>
        AskAsync(command.TargetSystem, command.TargetComponent, command.Command, _ => node.Send(command), progress, cancellation);

    private async Task<CommandReply> AskAsync(byte system, byte component, MavCmd command, Action<int> send, IProgress<byte>? progress, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd((system, component, command), _ => new(1, 1));
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var replies = new Replies<CommandAck>(node.Time).From<CommandAck>(node, system, component, m => m, m => m.Command == command);
            for (var attempt = 0; attempt <= _patience.Retries; attempt++)
            {
                send(attempt);
                var wait = _patience.Timeout;
                while (await replies.NextAsync(wait, cancellation).ConfigureAwait(false) is (true, var ack))
                {
                    if (ack.Result != MavResult.InProgress)
                        return new(ack.Result, ack.Progress, ack.ResultParam2);
                    progress?.Report(ack.Progress);
                    wait = ProgressPatience;
                }
            }
            throw new MavlinkException($"{system}/{component} did not answer {command}");
        }
        catch (OperationCanceledException)
        {
            node.Send(new CommandCancel { TargetSystem = system, TargetComponent = component, Command = command });
            throw;
        }
        finally
        {
            turn.Release();
        }
    }
}
