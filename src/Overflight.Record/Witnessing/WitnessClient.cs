using System.Net;
using System.Text;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;

namespace Overflight.Record.Witnessing;

/// <summary>Asks witnesses to cosign a log's checkpoint (C2SP tlog-witness).</summary>
/// <param name="http">The connection; its time-out is the caller's.</param>
public sealed class WitnessClient(HttpClient http)
{
    private const int LongestAnswer = 1 << 16;

    /// <summary>The first try may be with the wrong old size; the witness's answer then tells the right one.</summary>
    private const int MostTries = 3;

    /// <summary>Asks one witness.</summary>
    /// <param name="log">The log, as its checkpoint has it.</param>
    /// <param name="witness">Its key and address.</param>
    /// <param name="knownSize">The last size that it is known to have cosigned, or 0.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>Its verified cosignature.</returns>
    /// <exception cref="RecordException">It did not cosign; the message says why.</exception>
    public async Task<NoteSignature> CosignAsync(LogReader log, PolicyKey witness, long knownSize = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(witness);
        if (witness.Address is not { } prefix)
            throw new RecordException($"{witness.Name}: the policy tells no address of this witness");
        var address = new Uri(prefix.AbsoluteUri.TrimEnd('/') + "/add-checkpoint");
        var oldSize = Math.Min(knownSize, log.Head.Size);
        for (var attempt = 1; ; attempt++)
        {
            var request = GrowthProof.Create(log, oldSize);
            var (status, body) = await PostAsync(address, request.ToString(), witness.Name, cancellation).ConfigureAwait(false);
            if (status == HttpStatusCode.OK)
                return Read(body, log.Note, witness);
            if (status != HttpStatusCode.Conflict || !DecimalNumber.TryParse(body.TrimEnd('\n'), out var size))
                throw new RecordException($"{witness.Name}: did not cosign: {(int)status} {Shown(body)}");
            if (size > log.Head.Size)
                throw new RecordException($"{witness.Name}: has cosigned {size} entries of this log, which has only {log.Head.Size} here: this is an older copy, or a fork");
            if (size == oldSize || attempt == MostTries)
                throw new RecordException($"{witness.Name}: has cosigned another head of {size} entries: this log is a fork of what it saw");
            oldSize = size;
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(Uri address, string request, string name, CancellationToken cancellation)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request)) };
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            var bytes = new byte[LongestAnswer];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            return (response.StatusCode, Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new RecordException($"{name}: does not answer at {address}: {error.Message}", error);
        }
    }

    private static NoteSignature Read(string body, SignedNote note, PolicyKey witness)
    {
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (NoteSignature.TryParse(line) is { } signature && witness.Key.Verify(note.Text, signature) is not null)
                return signature;
        }
        throw new RecordException($"{witness.Name}: its answer holds no valid cosignature of the key that the policy names");
    }

    private static string Shown(string text) => new([.. text.Take(200).Select(c => char.IsControl(c) ? ' ' : c)]);
}
