import type { PublishBatchRequestEntry } from '@aws-sdk/client-sns';

/** Maximum bytes of an SNS call, for one message and for a whole batch. */
const MOST_BYTES = 262_144;

/** Maximum UTF-16 units of a subject; SNS accepts fewer than 100 characters. */
const LONGEST_SUBJECT = 99;

const encoder = new TextEncoder();
const bytesIn = (text = ''): number => encoder.encode(text).length;

/** Size of a message as SNS counts it: body, subject, and name, type and value of each attribute. */
function bytesOf({ Message, Subject, MessageAttributes = {} }: PublishBatchRequestEntry): number {
  const attributes = Object.entries(MessageAttributes).map(
    ([name, { DataType, StringValue }]) => bytesIn(name) + bytesIn(DataType) + bytesIn(StringValue),
  );
  return attributes.reduce((sum, bytes) => sum + bytes, bytesIn(Message) + bytesIn(Subject));
}

/**
 * Why SNS would reject a message, or undefined if it accepts it. By the API reference of `Publish`, the
 * body is non-empty UTF-8, and the subject is UTF-8 without line breaks and control characters.
 */
export const misfitOf = (entry: PublishBatchRequestEntry): string | undefined =>
  brokenText(entry) ?? subjectMisfit(entry) ?? sizeMisfit(entry);

function brokenText({ Message = '', Subject = '' }: PublishBatchRequestEntry): string | undefined {
  if (Message === '') return '正文是空的';
  if (Subject === '') return '主题是空的';
  return Message.isWellFormed() && Subject.isWellFormed() ? undefined : '主题或正文含有残缺的字符';
}

function subjectMisfit({ Subject = '' }: PublishBatchRequestEntry): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(Subject)) return '主题含有换行或控制字符';
  return Subject.length > LONGEST_SUBJECT
    ? `主题有 ${Subject.length} 个字，SNS 至多收 ${LONGEST_SUBJECT} 个`
    : undefined;
}

function sizeMisfit(entry: PublishBatchRequestEntry): string | undefined {
  const bytes = bytesOf(entry);
  return bytes > MOST_BYTES
    ? `正文、主题和属性共 ${bytes} 字节，SNS 一条至多收 ${MOST_BYTES} 字节`
    : undefined;
}

/** Splits `entries`, in order, into batches within the limits of SNS. */
export function callsOf(
  entries: readonly PublishBatchRequestEntry[],
): readonly (readonly PublishBatchRequestEntry[])[] {
  const calls: PublishBatchRequestEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const bytes = bytesOf(entry);
    if (bytes > room) {
      calls.push([]);
      room = MOST_BYTES;
    }
    calls.at(-1)?.push(entry);
    room -= bytes;
  }
  return calls;
}
